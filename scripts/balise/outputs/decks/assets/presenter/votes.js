/* The hands of the room, counted by the presenter: a number a letter, one or two rounds, sent as they are typed. */
(function () {
  'use strict';
  var MOST = 999;

  /* `on.changed(slide)` is called at each count, `on.follow(slide, ballot)` to go where a letter leads. */
  window.balisePresenter.votes = function (box, say, on) {
    var rows = box.querySelector('[data-bl-rows]');
    var total = box.querySelector('[data-bl-total]');
    var rounds = box.querySelectorAll('[data-bl-round]');
    var kept = {};
    var now = null;
    var fields = [];

    function of(slide) {
      kept[slide.id] = kept[slide.id] || { round: 1, counts: [{}, {}] };
      return kept[slide.id];
    }

    function counts(slide) { return of(slide).counts[of(slide).round - 1]; }

    function best(slide) {
      var most = 0;
      var found = '';
      slide.ballots.forEach(function (one) {
        var hands = counts(slide)[one.letter] || 0;
        if (hands > most) {
          most = hands;
          found = one.letter;
        }
      });
      return found;
    }

    function refresh() {
      var own = counts(now);
      var sum = 0;
      var leader = best(now);
      fields.forEach(function (field) {
        var hands = own[field.letter] || 0;
        sum += hands;
        if (document.activeElement !== field.input) { field.input.value = hands; }
        field.less.disabled = hands === 0;
        if (field.follow) { field.follow.className = 'bl-button' + (field.letter === leader ? '' : ' bl-button--quiet'); }
      });
      total.textContent = say('total', { n: sum });
      Array.prototype.forEach.call(rounds, function (one) {
        one.setAttribute('aria-pressed', String(+one.getAttribute('data-bl-round') === of(now).round));
      });
    }

    function count(letter, hands) {
      counts(now)[letter] = Math.max(0, Math.min(MOST, Math.round(hands) || 0));
      refresh();
      on.changed(now);
    }

    function button(label, words, act) {
      var made = document.createElement('button');
      made.type = 'button';
      made.className = 'bl-votes__step';
      made.textContent = words;
      made.setAttribute('aria-label', label);
      made.addEventListener('click', act);
      return made;
    }

    function row(ballot) {
      var letter = ballot.letter;
      var item = document.createElement('li');
      var name = document.createElement('span');
      var words = document.createElement('span');
      var input = document.createElement('input');
      item.className = 'bl-votes__row';
      name.className = 'bl-votes__letter';
      name.textContent = letter;
      words.className = 'bl-votes__words';
      words.textContent = ballot.words;
      if (ballot.right) {
        var right = document.createElement('span');
        right.className = 'bl-votes__right';
        right.textContent = say('right');
        words.appendChild(right);
      }
      input.type = 'number';
      input.min = 0;
      input.max = MOST;
      input.inputMode = 'numeric';
      input.className = 'bl-votes__number';
      input.setAttribute('aria-label', say('hands', { letter: letter }));
      input.addEventListener('input', function () { count(letter, +input.value); });
      input.addEventListener('focus', function () { input.select(); });
      input.addEventListener('blur', refresh);
      var less = button(say('less', { letter: letter }), '\u2212', function () { count(letter, (counts(now)[letter] || 0) - 1); });
      var more = button(say('more', { letter: letter }), '+', function () { count(letter, (counts(now)[letter] || 0) + 1); });
      [name, words, less, input, more].forEach(function (one) { item.appendChild(one); });
      var field = { letter: letter, input: input, less: less };
      if (ballot.leads) {
        field.follow = button('', say('follow', { letter: letter }), function () { on.follow(now, ballot); });
        field.follow.removeAttribute('aria-label');
        item.appendChild(field.follow);
      }
      rows.appendChild(item);
      return field;
    }

    function show(slide) {
      var lettered = slide.ballots.filter(function (one) { return one.letter; });
      box.hidden = lettered.length === 0;
      if (box.hidden || slide === now) { return; }
      now = slide;
      rows.textContent = '';
      fields = lettered.map(row);
      box.querySelector('[data-bl-round-choice]').hidden = slide.rounds < 2;
      refresh();
    }

    Array.prototype.forEach.call(rounds, function (one) {
      one.addEventListener('click', function () {
        of(now).round = +one.getAttribute('data-bl-round');
        refresh();
        on.changed(now);
      });
    });

    return {
      show: show,
      counts: counts,
      round: function (slide) { return of(slide).round; },
      every: function (slide) { return of(slide).counts.slice(0, slide.rounds); },
      counted: function (slide) { return Boolean(kept[slide.id]); }
    };
  };
}());
