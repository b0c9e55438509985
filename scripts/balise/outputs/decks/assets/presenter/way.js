/* Where one is, what comes next, and the way taken so far: conversations fork, and one goes back as one came. */
(function () {
  'use strict';

  /* `hands(slide)` are the votes of a slide, if they were counted. */
  window.balisePresenter.way = function (slides, hands) {
    var trail = [];
    var way = { at: 0 };

    way.slide = function () { return slides[way.at]; };
    way.after = function () { return slides.after(way.at, hands(way.slide())); };
    way.before = function () { return trail.length ? trail[trail.length - 1] : Math.max(0, way.at - 1); };

    /* Goes there. Whoever is sent far away has no way back but the slide before. */
    way.arrive = function (place, forward) {
      if (!forward && place === trail[trail.length - 1]) {
        trail.pop();
      } else if (forward || slides.leads(way.at, place)) {
        trail.push(way.at);
      } else {
        trail = [];
      }
      way.at = place;
    };

    way.last = function () {
      var found = slides.filter(function (one) { return one.face.classList.contains('bl-slide--help'); }).pop();
      return found ? slides.find(slides.base(found.id)) : slides.length - 1;
    };
    way.same = function (id, other) { return slides.base(id) === slides.base(other); };
    return way;
  };
}());
