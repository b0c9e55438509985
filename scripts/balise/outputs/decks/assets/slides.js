/* What a slide does wherever it is shown, in the room and beside the notes: letters as large as fit, hands as bars, the
   key. `balise.fit(slide)` takes a slide that is laid out; `balise.hands(slide, state, words)` draws what was counted:
   state = {round: 1 or 2, counts: [{A: 3}, {A: 5}], key: true}, words = {vote, first, second, right}. */
(function () {
  "use strict";
  var balise = window.balise = window.balise || {};
  var SMALLEST = 7;
  var FIRST = {question: 1, end: 1};  // the size tried first; 2 for others
  var LEAST = 10;  // hands a full bar stands for, at least: three of three must not look like a whole class

  function look(slide) {
    var found = /\bbl-slide--(\w+)/.exec(slide.className);
    return found ? found[1] : "";
  }

  function over(one) {
    return one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth;
  }

  balise.fit = function (slide) {
    var body = slide.querySelector(".bl-slide__body");
    var size = FIRST[look(slide)] || 2;
    for (; size <= SMALLEST; size += 1) {
      slide.setAttribute("data-bl-size", size);
      if (!over(body) && !over(slide)) { return; }
    }
  };

  function make(name, parent, text) {
    var one = document.createElement("span");
    one.className = name;
    if (text) { one.textContent = text; }
    return parent.appendChild(one);
  }

  function tally(ballot, place, words) {
    var found = ballot.querySelectorAll(".bl-tally")[place];
    if (found) { return found; }
    found = make("bl-tally" + (words ? " bl-tally--" + (place ? "second" : "first") : ""), ballot);
    found.setAttribute("role", "img");
    if (words) { make("bl-tally__when", found, words); }
    make("bl-tally__bar", make("bl-tally__track", found));
    make("bl-tally__count", found);
    return found;
  }

  function most(counts) {
    var found = LEAST;
    counts.forEach(function (one) {
      Object.keys(one).forEach(function (letter) { found = Math.max(found, one[letter]); });
    });
    return found;
  }

  function draw(ballot, state, rounds, words) {
    var letter = ballot.getAttribute("data-bl-letter"), full = most(state.counts), place, count, one, when;
    for (place = 0; place < rounds; place += 1) {
      when = rounds > 1 ? words[place ? "second" : "first"] : "";
      count = (state.counts[place] || {})[letter] || 0;
      one = tally(ballot, place, when);
      one.querySelector(".bl-tally__bar").style.inlineSize = 100 * count / full + "%";
      one.querySelector(".bl-tally__count").textContent = count;
      one.setAttribute("aria-label", (when ? when + ", " : "") + words.vote.replace("{letter}", letter).replace("{n}", count));
    }
  }

  function right(ballot, words) {
    if (ballot.getAttribute("data-bl-correct") === "yes" && !ballot.querySelector(".bl-right")) {
      make("bl-right", ballot, words.right);
    }
  }

  balise.hands = function (slide, state, words) {
    var list = slide.querySelector(".bl-ballots"), rounds;
    if (!list) { return; }
    rounds = Number(list.getAttribute("data-bl-rounds"));
    Array.prototype.forEach.call(list.children, function (ballot) {
      draw(ballot, state, rounds, words);
      right(ballot, words);
    });
    list.classList.toggle("bl-ballots--counted", state.round > 1 || state.counts.some(function (one) {
      return Object.keys(one).some(function (letter) { return one[letter] > 0; });
    }));
    list.classList.toggle("bl-ballots--twice", state.round > 1);
    list.classList.toggle("bl-ballots--key", Boolean(state.key));
  };
})();
