/* Search: in the page alone, forgiving. Words come from the page, never from here.
   The word itself counts most, then another form of it, then a word it begins, then a stem that begins alike. Rare
   words count more than common ones. A word found nowhere is taken for one a letter away. */
(function () {
  'use strict';

  var split = window.baliseWords.split;
  var stems = window.baliseWords.stems;
  var alike = window.baliseWords.alike;
  var empty = window.baliseWords.empty;
  var BREAKS = window.baliseWords.breaks;
  var MOST = 20;
  var COMMON = 0.3; /* a word in more of the records than this says nothing beside a rarer one */
  var LAST = /^(sources|tools)\.html/; /* for those who check: after what helps */
  var ENOUGH = 0.05; /* of the best score: less is not worth showing */
  var POINTS = { title: [0, 4, 7, 10, 12], page: [0, 1, 2, 3, 4], text: [0, 0.5, 1, 1.5, 2] };
  function make(tag, name, text) {
    var element = document.createElement(tag);
    if (name) { element.className = name; }
    if (text) { element.appendChild(document.createTextNode(text)); }
    return element;
  }

  /* A text ready to be searched: words between spaces, so that " aid" is found in " aide " and not in " plaid ". */
  function field(words) {
    return { words: ' ' + words.join(' ') + ' ', stems: ' ' + words.map(function (one) { return stems(one).join(' '); }).join(' ') + ' ' };
  }

  /* How well a text has a term: 4 the word, 3 another form, 2 a word it begins, 1 a stem that begins alike, 0. */
  function level(place, term) {
    function some(all, text, end) { return all.some(function (one) { return text.indexOf(' ' + one + end) >= 0; }); }
    if (some(term.words, place.words, ' ')) { return 4; }
    if (some(term.stems, place.stems, ' ')) { return 3; }
    if (term.open && some(term.words, place.words, '')) { return 2; }
    return some(term.roots, place.stems, ' ') || some(term.long, place.stems, '') ? 1 : 0;
  }

  function termOf(words, open) {
    var all = words.concat.apply(words, words.map(alike)).reduce(function (sum, one) { return sum.concat(stems(one)); }, []);
    var sure = all.filter(function (one) { return one[0] !== '~'; });
    return {
      words: words,
      open: open,
      stems: sure,
      roots: all.filter(function (one) { return one[0] === '~'; }),
      long: sure.filter(function (one) { return one.length > (one > '\u0600' ? 2 : 4); }),
      weight: 1
    };
  }

  /* Whether two words are one letter apart: one too many, one missing, another, or two swapped. */
  function near(a, b) {
    var start = 0;
    var end = 0;
    while (start < a.length && a[start] === b[start]) { start += 1; }
    while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) { end += 1; }
    var left = a.slice(start, a.length - end);
    var right = b.slice(start, b.length - end);
    return Math.max(left.length, right.length) <= 1 || (left.length === 2 && left === right[1] + right[0]);
  }

  function score(record, terms) {
    var points = 0;
    var met = 0;
    var all = 0;
    var said = 0;
    terms.forEach(function (term) {
      var best = Math.max.apply(null, ['title', 'page', 'text'].map(function (name) {
        return POINTS[name][level(record[name], term)];
      }));
      points += best * term.weight;
      met += best ? term.weight : 0;
      said += level(record.title, term) > 2 ? 1 : 0;
      all += term.weight;
    });
    /* A title that says nothing else is what was meant. */
    return { record: record, score: points * Math.pow(met / all, 2) * (1 + said / record.size) * (LAST.test(record.source[0]) ? 0.5 : 1) };
  }

  /* A lone letter is what an apostrophe leaves ("l'aide"). */
  function telling(word) { return /\d/.test(word) || (word.length > 1 && empty.indexOf(word) < 0); }

  /* "30 18" is a number someone heard said. */
  function numeral(text) { return /^[\d\u0660-\u0669\s.]+$/.test(text) ? text.replace(/[\s.]/g, '') : text; }

  /* What is asked, as terms: the words that say something, and of those the rare ones. */
  function asked(text, records) {
    var words = split(numeral(text));
    var full = words.filter(telling);
    var terms = (full.length ? full : words).map(function (word, place, all) {
      var open = word.length > 3 || place === all.length - 1;
      var term = termOf([word], open);
      var spread = spreadOf(term, records);
      if (!spread && word.length > 5) {
        term = termOf(records.words.filter(function (one) { return near(word, one); }), false);
        spread = spreadOf(term, records);
      }
      term.common = spread > records.length * COMMON;
      term.weight = Math.log(1 + records.length / (spread || 1));
      return term;
    });
    var rare = terms.filter(function (term) { return !term.common; });
    return rare.length ? rare : terms;
  }

  function spreadOf(term, records) {
    return records.filter(function (one) { return level(one.title, term) || level(one.text, term); }).length;
  }

  function find(records, terms) {
    var all = records.map(function (record) { return score(record, terms); });
    var best = Math.max.apply(null, all.map(function (one) { return one.score; }));
    return all.filter(function (one) {
      return one.score > 0 && one.score >= best * ENOUGH;
    }).sort(function (a, b) {
      return b.score - a.score || a.record.place - b.record.place;
    });
  }

  function hit(piece, terms) {
    var place = field(split(piece));
    return terms.some(function (term) { return level(place, term) > 0; });
  }

  /* Put a text in an element, its found words in <mark>. */
  function mark(element, text, terms) {
    text.split(new RegExp('(' + BREAKS.source + ')')).forEach(function (piece, at) {
      var found = piece && at % 2 === 0 && hit(piece, terms);
      element.appendChild(found ? make('mark', '', piece) : document.createTextNode(piece));
    });
    return element;
  }

  /* About two lines of a text, where the rarest of the found words come closest together. */
  function excerpt(text, terms) {
    var parts = text.split(' ');
    var worth = parts.map(function (part) {
      var place = field(split(part));
      return terms.reduce(function (sum, term) { return sum + level(place, term) * term.weight; }, 0);
    });
    var best = 0;
    var at = 0;
    worth.forEach(function (one, from) {
      var sum = one ? worth.slice(from, from + 18).reduce(function (a, b) { return a + b; }, 0) : 0;
      if (sum > best) { best = sum; at = from; }
    });
    var from = Math.max(0, at - 8);
    var until = Math.min(parts.length, from + 26);
    return (from ? '\u2026 ' : '') + parts.slice(from, until).join(' ') + (until < parts.length ? ' \u2026' : '');
  }

  function prepare(index) {
    var seen = {};
    var records = index.map(function (one, place) {
      var all = [one[2], one[1], one[3]].map(split);
      all.forEach(function (words) { words.forEach(function (word) { seen[word] = true; }); });
      return { place: place, source: one, size: all[0].filter(telling).length || 1, title: field(all[0]), page: field(all[1]), text: field(all[2]) };
    });
    records.words = Object.keys(seen);
    return records;
  }

  function result(source, terms) {
    var item = make('li');
    var link = make('a');
    link.href = document.body.getAttribute('data-bl-root') + source[0];
    link.appendChild(mark(make('span', 'bl-search__name'), source[2], terms));
    if (source[1] !== source[2]) { link.appendChild(mark(make('span', 'bl-search__page'), source[1], terms)); }
    link.appendChild(mark(make('span', 'bl-search__text'), excerpt(source[3], terms), terms));
    item.appendChild(link);
    return item;
  }

  function search(box) {
    var input = box.querySelector('input');
    var status = box.querySelector('[data-bl-search-status]');
    var results = box.querySelector('[data-bl-search-results]');
    var records = null;
    var loading = false;
    var waiting = 0;

    function show() {
      window.clearTimeout(waiting);
      results.textContent = '';
      status.textContent = '';
      if (!records || !split(input.value).length) { return; }
      var terms = asked(input.value, records);
      var found = find(records, terms);
      found.slice(0, MOST).forEach(function (one) { results.appendChild(result(one.record.source, terms)); });
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

    Array.prototype.forEach.call(document.querySelectorAll('[data-bl-search]'), function (button) {
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
      if (event.key === 'Enter') { show(); }
      /* Escape would first empty the field: here it closes, as anywhere in the box. */
      if (event.key === 'Escape') {
        event.preventDefault();
        box.close();
      }
    });
    box.addEventListener('click', function (event) {
      var target = event.target;
      if (target === box || target.closest('button, [data-bl-search-results] a')) { box.close(); }
    });
  }

  var box = document.querySelector('[data-bl-search-box]');
  if (box && typeof box.showModal === 'function') { search(box); }
}());
