/* The time since the beginning, and whether the room is where it was planned to be. Nothing of it is kept. */
(function () {
  'use strict';
  var CALM = 120; /* seconds early or late that are nothing to speak of */
  var EVERY = 15000; /* a sign that moved more often would be looked at instead of the room */

  function two(number) { return (number < 10 ? '0' : '') + number; }

  function minutes(seconds) {
    var hours = Math.floor(seconds / 3600);
    var rest = two(Math.floor(seconds / 60) % 60) + ':' + two(Math.floor(seconds) % 60);
    return hours ? hours + ':' + rest : rest;
  }

  /* Early before the slide was due, late once it was over. */
  function pace(elapsed, slide) {
    var late = elapsed - slide.until;
    var early = slide.start - elapsed;
    if (late > CALM) { return { name: 'late', minutes: Math.round(late / 60) }; }
    if (early > CALM) { return { name: 'ahead', minutes: Math.round(early / 60) }; }
    return { name: 'on-time', minutes: 0 };
  }

  /* `slide()` is the one that is shown; `tell` says aloud, once, that one is no longer in time, or is again. */
  window.balisePresenter.clock = function (desk, say, slide, tell) {
    var since = null;
    var kept = 0;
    var said = 'waiting';
    var when = 0;

    function $(name) { return desk.querySelector('[data-bl-' + name + ']'); }
    function set(name, words) {
      if ($(name).textContent !== words) { $(name).textContent = words; }
    }
    function elapsed() { return kept + (since === null ? 0 : (Date.now() - since) / 1000); }
    function begun() { return since !== null || kept > 0; }

    function judge(now) {
      var found = begun() ? pace(elapsed(), slide()) : { name: 'waiting', minutes: 0 };
      set('pace', say(found.name, { n: found.minutes }));
      $('pace').className = 'bl-desk__pace bl-desk__pace--' + found.name;
      if (said !== found.name && said !== 'waiting' && found.name !== 'waiting') { tell(say('is-' + found.name)); }
      said = found.name;
      when = now;
    }

    function tick() {
      var now = new Date();
      var left = Math.ceil(desk.getAttribute('data-bl-minutes') - elapsed() / 60);
      set('clock', two(now.getHours()) + ':' + two(now.getMinutes()));
      set('elapsed', minutes(elapsed()));
      set('left', left >= 0 ? say('left', { n: left }) : say('over', { n: -left }));
      set('timer', say(since !== null ? 'pause' : begun() ? 'resume' : 'start'));
      if (now - when >= EVERY) { judge(+now); }
    }

    function at(seconds, runs) {
      kept = seconds;
      since = runs ? Date.now() : null;
      when = 0;
      tick();
    }

    $('timer').addEventListener('click', function () { at(elapsed(), since === null); });
    $('reset').addEventListener('click', function () { at(0, false); });
    $('begun').addEventListener('click', function () {
      at(Math.max(0, +$('ago').value || 0) * 60, true);
      desk.querySelector('.bl-desk__begun').open = false;
    });
    return {
      tick: tick,
      look: function () {
        when = 0;
        tick();
      }
    };
  };
}());
