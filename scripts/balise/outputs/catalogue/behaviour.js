/* The filters of the catalogue. The address, after its #, holds what is chosen: it can be shared, and is never sent. */
(function () {
  'use strict';

  var form = document.querySelector('[data-bl="catalogue"]');
  if (!form) { return; }

  var status = form.querySelector('[data-bl-count]');
  var clear = form.querySelector('[data-bl-clear]');
  var none = form.querySelector('[data-bl-none]');
  var box = form.querySelector('details');
  var groups = all(document, '.bl-catalogue');
  var cards = all(document, '.bl-catalogue .bl-module-card');
  var fields = all(form, 'input, select');

  function all(place, selector) {
    return Array.prototype.slice.call(place.querySelectorAll(selector));
  }

  /* What is chosen, by filter. */
  function chosen() {
    var found = {};
    fields.forEach(function (field) {
      if (field.type === 'checkbox' ? field.checked : field.value) {
        found[field.name] = (found[field.name] || []).concat(field.value);
      }
    });
    return found;
  }

  function matches(card, wanted) {
    return Object.keys(wanted).every(function (name) {
      var values = (card.getAttribute('data-' + name) || '').split(' ');
      return wanted[name].some(function (value) { return values.indexOf(value) >= 0; });
    });
  }

  function show() {
    var wanted = chosen();
    var shown = 0;
    cards.forEach(function (card) {
      card.hidden = !matches(card, wanted);
      shown += card.hidden ? 0 : 1;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector('.bl-module-card:not([hidden])');
    });
    var said = status.getAttribute('data-text').replace('{n}', shown).replace('{total}', cards.length);
    if (status.textContent !== said) { status.textContent = said; }
    clear.hidden = !Object.keys(wanted).length;
    none.hidden = shown > 0;
  }

  function address() {
    var wanted = chosen();
    return Object.keys(wanted).map(function (name) { return name + '=' + wanted[name].join(','); }).join('&');
  }

  /* Choose what the address says; what no module has is passed over. */
  function read(said) {
    var wanted = {};
    said.split('&').forEach(function (part) {
      var pair = part.split('=');
      wanted[pair[0]] = (pair[1] || '').split(',');
    });
    fields.forEach(function (field) {
      var values = wanted[field.name] || [];
      if (field.type === 'checkbox') {
        field.checked = values.indexOf(field.value) >= 0;
      } else {
        field.value = '';
        values.forEach(function (value) {
          if (all(field, 'option').some(function (option) { return option.value === value; })) { field.value = value; }
        });
      }
    });
  }

  function arrived() {
    var hash = location.hash.slice(1);
    try { hash = decodeURIComponent(hash); } catch (error) { return; }
    var place = hash && document.getElementById(hash);
    if (place) {
      /* A link to a heading that the filters hide brings every module back. */
      if (place.closest('[hidden]')) { read(''); show(); place.scrollIntoView(); }
      return;
    }
    read(hash);
    show();
  }

  function write() {
    var left = window.pageXOffset;
    var top = window.pageYOffset;
    location.hash = address();
    window.scrollTo(left, top); /* an empty address would lead to the top of the page */
  }

  form.addEventListener('change', function () { show(); write(); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  clear.addEventListener('click', function () {
    read('');
    show();
    write();
    (box.open ? fields[0] : box.querySelector('summary')).focus({ preventScroll: true });
  });
  window.addEventListener('hashchange', arrived);

  form.hidden = false;
  show();
  arrived();
  box.open = window.matchMedia('(min-width: 48em)').matches || Boolean(address());
}());
