/* The page around the content: table of contents, menu, search. Words come from the page, never from here. */
(function () {
  'use strict';

  var root = document.documentElement;
  var MOST = 20;
  var BREAKS = /[\s.,;:!?\u2026"\u00ab\u00bb\u201c\u201d()\[\]'\u2019\/\u2013\u2014-]+/;
  var MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g;

  root.classList.add('bl-js');

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function make(tag, name, text) {
    var element = document.createElement(tag);
    if (name) { element.className = name; }
    if (text) { element.appendChild(document.createTextNode(text)); }
    return element;
  }

  function contents() {
    var wide = window.matchMedia('(min-width: 64em)');
    each('[data-bl-toc]', function (box) {
      if (wide.matches) { box.open = true; }
      box.addEventListener('click', function (event) {
        if (event.target.tagName === 'A' && !wide.matches) { box.open = false; }
      });
    });
    each('.bl-menu', function (menu) {
      menu.addEventListener('keydown', function (event) {
        if (event.key === 'Escape' && menu.open) {
          menu.open = false;
          menu.querySelector('summary').focus();
        }
      });
    });
  }

  function fold(text) {
    var plain = text.normalize ? text.normalize('NFD').replace(MARKS, '') : text;
    return plain.toLowerCase().replace(/\u0153/g, 'oe').replace(/\u00e6/g, 'ae');
  }

  /* Words between spaces, so that " aid" is found in " une aide " and nowhere inside a word. */
  function words(text) {
    return ' ' + fold(text).split(BREAKS).filter(Boolean).join(' ') + ' ';
  }

  function score(record, terms) {
    var total = 0;
    for (var n = 0; n < terms.length; n += 1) {
      var start = ' ' + terms[n];
      if (record.title.indexOf(start) >= 0) {
        total += record.title.indexOf(start + ' ') >= 0 ? 12 : 9;
      } else if (record.page.indexOf(start) >= 0) {
        total += 4;
      } else if (record.text.indexOf(start) >= 0) {
        total += record.text.indexOf(start + ' ') >= 0 ? 2 : 1;
      } else {
        return 0;
      }
    }
    return total;
  }

  /* The words asked for. A lone letter is what an apostrophe leaves ("l'aide"): it says nothing. */
  function asked(text) {
    var all = words(text).split(' ').filter(Boolean);
    var long = all.filter(function (term) { return term.length > 1 || /[0-9]/.test(term); });
    return long.length ? long : all;
  }

  function hit(word, terms) {
    var plain = fold(word);
    return terms.some(function (term) { return plain.indexOf(term) === 0; });
  }

  /* Put a text in an element, its found words in <mark>. */
  function mark(element, text, terms) {
    var pieces = text.split(new RegExp('(' + BREAKS.source + ')'));
    pieces.forEach(function (piece) {
      element.appendChild(piece && hit(piece, terms) ? make('mark', '', piece) : document.createTextNode(piece));
    });
    return element;
  }

  /* About two lines of a text, around the first found word. */
  function excerpt(text, terms) {
    var parts = text.split(' ');
    var at = 0;
    while (at < parts.length && !parts[at].split(BREAKS).some(function (word) { return word && hit(word, terms); })) {
      at += 1;
    }
    if (at === parts.length) { at = 0; }
    var from = Math.max(0, at - 8);
    var until = Math.min(parts.length, from + 26);
    return (from ? '\u2026 ' : '') + parts.slice(from, until).join(' ') + (until < parts.length ? ' \u2026' : '');
  }

  function prepare(index) {
    return index.map(function (one, place) {
      return { place: place, source: one, title: words(one[2]), page: words(one[1]), text: words(one[3]) };
    });
  }

  function find(records, terms) {
    return records.map(function (record) {
      return { record: record, score: score(record, terms) };
    }).filter(function (one) {
      return one.score > 0;
    }).sort(function (a, b) {
      return b.score - a.score || a.record.place - b.record.place;
    });
  }

  function result(source, terms) {
    var item = make('li');
    var link = make('a');
    link.href = document.body.getAttribute('data-bl-root') + source[0];
    link.appendChild(mark(make('span', 'bl-search__name'), source[2], terms));
    if (source[1] !== source[2]) { link.appendChild(make('span', 'bl-search__page', source[1])); }
    link.appendChild(mark(make('span', 'bl-search__text'), excerpt(source[3], terms), terms));
    item.appendChild(link);
    return item;
  }

  function search() {
    var box = document.querySelector('[data-bl-search-box]');
    if (!box || typeof box.showModal !== 'function') { return; }
    var input = box.querySelector('input');
    var status = box.querySelector('[data-bl-search-status]');
    var list = box.querySelector('[data-bl-search-results]');
    var records = null;
    var loading = false;
    var waiting = 0;

    function show() {
      var terms = asked(input.value);
      list.textContent = '';
      status.textContent = '';
      if (!terms.length || !records) { return; }
      var found = find(records, terms);
      found.slice(0, MOST).forEach(function (one) { list.appendChild(result(one.record.source, terms)); });
      status.textContent = found.length
        ? status.getAttribute('data-count').replace('{n}', String(found.length))
        : status.getAttribute('data-none');
    }

    /* A script, because a page opened from a folder may read nothing else. */
    function load() {
      if (loading) { return; }
      loading = true;
      var script = document.createElement('script');
      script.src = document.body.getAttribute('data-bl-root') + 'search.js';
      script.onload = function () {
        records = prepare(window.baliseIndex || []);
        show();
      };
      document.head.appendChild(script);
    }

    each('[data-bl-search]', function (button) {
      button.hidden = false;
      button.addEventListener('click', function () {
        load();
        box.showModal();
        input.focus();
        input.select();
      });
    });
    input.addEventListener('input', function () {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(show, 150);
    });
    input.addEventListener('keydown', function (event) {
      /* Escape would first empty the field: here it closes, as anywhere in the box. */
      if (event.key === 'Escape') {
        event.preventDefault();
        box.close();
      }
    });
    box.addEventListener('click', function (event) {
      var target = event.target;
      if (target === box || target.closest('[data-bl-search-close], [data-bl-search-results] a')) { box.close(); }
    });
  }

  contents();
  search();
}());
