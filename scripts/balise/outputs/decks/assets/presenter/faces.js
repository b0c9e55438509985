/* What the room sees now and next, small: copies of the slides of the page, which say and lead to nothing by themselves. */
(function () {
  'use strict';

  function copy(face) {
    var made = face.cloneNode(true);
    made.removeAttribute('aria-labelledby');
    Array.prototype.forEach.call(made.querySelectorAll('[id]'), function (one) { one.removeAttribute('id'); });
    Array.prototype.forEach.call(made.querySelectorAll('a[href]'), function (one) { one.removeAttribute('href'); });
    return made;
  }

  window.balisePresenter.faces = function (words) {
    function draw(frame, state) {
      var face = frame.querySelector('.bl-slide');
      if (face && state) { window.balise.hands(face, state, words); }
    }

    return {
      draw: draw,
      show: function (frame, slide, state) {
        var old = frame.querySelector('.bl-slide');
        if (old) { frame.removeChild(old); }
        frame.classList.toggle('bl-mini--none', !slide);
        if (slide) {
          var face = frame.insertBefore(copy(slide.face), frame.firstChild);
          draw(frame, state || { round: 1, counts: [{}, {}], key: false }); /* bars have their place before any hand */
          window.balise.fit(face);
        }
      }
    };
  };
}());
