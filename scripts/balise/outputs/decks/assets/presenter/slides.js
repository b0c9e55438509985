/* The slides of the page: what each is, and which comes after which. */
(function () {
  'use strict';
  var all = Array.prototype;

  function ballot(one) {
    var words = one.querySelector('.bl-ballot__words').cloneNode(true);
    var way = words.querySelector('.bl-ballot__leads');
    if (way) { words.removeChild(way); }
    return {
      letter: one.getAttribute('data-bl-letter'),
      leads: one.getAttribute('data-bl-leads'),
      right: one.getAttribute('data-bl-correct') === 'yes',
      words: words.textContent.trim()
    };
  }

  function slide(item, place) {
    var box = item.querySelector('.bl-ballots');
    var title = item.querySelector('.bl-slide__title');
    return {
      place: place,
      id: item.getAttribute('data-bl-slide'),
      start: +item.getAttribute('data-bl-start'),
      until: +item.getAttribute('data-bl-until'),
      follows: item.getAttribute('data-bl-follows'),
      rounds: box ? +box.getAttribute('data-bl-rounds') : 0,
      ballots: all.map.call(item.querySelectorAll('.bl-ballot'), ballot),
      title: title.textContent.trim(),
      face: item.querySelector('.bl-slide'),
      notes: item.querySelector('.bl-present__notes')
    };
  }

  function part(id) { return +(/--c(\d+)$/.exec(id) || [0, 1])[1]; }
  function base(id) { return id.replace(/--c\d+$/, ''); }

  window.balisePresenter.slides = function () {
    var items = all.slice.call(document.querySelectorAll('[data-bl-slide]'));
    var slides = items.map(slide);
    var shown = -1;
    slides.base = base;
    slides.parts = [];
    slides.forEach(function (one, place) {
      var name = items[place].querySelector('[data-bl-part]');
      if (name) {
        shown += 1;
        slides.parts.push({ title: name.textContent.trim(), slides: [] });
      }
      one.part = slides.parts[shown];
      one.part.slides.push(one);
    });

    function first(fits) {
      var found = slides.filter(fits)[0];
      return found ? found.place : -1;
    }

    /* Another language may cut its words elsewhere: then the last part there is before, then whatever begins there. */
    slides.find = function (id) {
      var found = first(function (one) { return one.id === id; });
      var cut;
      for (cut = part(id); found < 0 && cut > 0; cut -= 1) { found = first(called(base(id), cut)); }
      for (var name = base(id); found < 0 && name; name = name.slice(0, Math.max(0, name.lastIndexOf('--')))) {
        found = first(begins(name));
      }
      return found;
    };

    function called(name, cut) { return function (one) { return base(one.id) === name && part(one.id) === cut; }; }
    function begins(name) { return function (one) { return one.id === name || one.id.indexOf(name + '--') === 0; }; }

    /* Where the room goes from a slide; `votes` are the hands of each letter, if they were counted. */
    slides.chosen = function (one, votes) {
      var best = null;
      one.ballots.forEach(function (each) {
        var hands = (votes && votes[each.letter]) || 0;
        if (each.leads && hands > 0 && (!best || hands > votes[best.letter])) { best = each; }
      });
      return best;
    };
    slides.after = function (place, votes) {
      var one = slides[place];
      var best = slides.chosen(one, votes);
      var led = one.ballots.filter(function (each) { return each.leads; })[0];
      var way = (best && best.leads) || one.follows || (led && led.leads);
      var found = way ? slides.find(way) : -1;
      return found >= 0 ? found : Math.min(place + 1, slides.length - 1);
    };
    /* Whether one may go from a slide to another without being sent there: the way back is then known. */
    slides.leads = function (from, to) {
      var ways = slides[from].ballots.map(function (each) { return each.leads; }).concat(slides[from].follows);
      return to === from + 1 || ways.some(function (way) { return way && slides.find(way) === to; });
    };
    return slides;
  };
}());
