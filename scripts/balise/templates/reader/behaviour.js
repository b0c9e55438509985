/* Reading comfort: size, spacing, font. Nothing is stored: choices travel in the address of the next page. */
(function () {
  'use strict';

  var root = document.documentElement;
  var box = document.querySelector('[data-bl-reader]');
  var projected = root.classList.contains('bl-project');
  var said = /[?&]read=([0-3])(s?)(f?)(?:&|$)/.exec(location.search) || ['', '0', '', ''];
  var chosen = { size: Number(said[1]), space: Boolean(said[2]), font: Boolean(said[3]) };
  if (!box) { return; }
  var covered = Boolean(box.querySelector('[data-bl-font]'));

  function each(selector, act) {
    Array.prototype.forEach.call(box.querySelectorAll(selector), act);
  }

  function press(button, on) {
    button.setAttribute('aria-pressed', String(on));
  }

  function apply() {
    [1, 2, 3].forEach(function (step) { root.classList.toggle('bl-size-' + step, chosen.size === step); });
    root.classList.toggle('bl-space', chosen.space);
    root.classList.toggle('bl-font', chosen.font && covered);
    each('[data-bl-size]', function (button) {
      press(button, Number(button.getAttribute('data-bl-size')) === chosen.size);
    });
    each('[data-bl-space]', function (button) { press(button, chosen.space); });
    each('[data-bl-font]', function (button) { press(button, chosen.font); });
  }

  function query() {
    var letters = (chosen.space ? 's' : '') + (chosen.font ? 'f' : '');
    return chosen.size || letters ? 'read=' + chosen.size + letters : '';
  }

  function absolute(address) {
    var link = document.createElement('a');
    link.href = address;
    return link.href;
  }

  var body = document.body;
  var site = absolute((body.getAttribute('data-bl-root') || './') + '../');
  var adults = (body.getAttribute('data-bl-adults') || '').split(' ').filter(Boolean);

  /* A projection never goes on to a page of the facilitator's: in any language, its notes are not for the wall. */
  function forAdults(path) {
    var inside = path.slice(site.length).replace(/^[^\/]*\//, '');
    return adults.some(function (name) { return inside.indexOf(name) === 0; });
  }

  function carry(link) {
    var path = link.href.split(/[?#]/)[0];
    if (path.indexOf(site) !== 0 || link.hasAttribute('data-bl-leave')) { return; }
    if (path === location.href.split(/[?#]/)[0] && link.hash) {
      link.search = location.search;
      return;
    }
    var kept = link.search.slice(1).split('&').filter(function (one) { return one && !/^read=/.test(one); });
    if (query()) { kept.push(query()); }
    if (projected && !forAdults(path) && kept.indexOf('project') < 0) { kept.push('project'); }
    link.search = kept.join('&');
  }

  ['click', 'auxclick'].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var link = event.target.closest && event.target.closest('a[href]');
      if (link) { carry(link); }
    }, true);
  });

  each('[data-bl-size]', function (button) {
    button.addEventListener('click', function () {
      chosen.size = Number(button.getAttribute('data-bl-size'));
      apply();
    });
  });
  ['space', 'font'].forEach(function (name) {
    each('[data-bl-' + name + ']', function (button) {
      button.addEventListener('click', function () {
        chosen[name] = !chosen[name];
        apply();
      });
    });
  });
  each('[data-bl-reset]', function (button) {
    button.addEventListener('click', function () {
      chosen = { size: 0, space: false, font: false };
      apply();
    });
  });

  apply();
  box.hidden = projected;
}());
