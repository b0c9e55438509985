/* Keys, whatever the alphabet of the keyboard: those of the room, and what remote controls send. */
(function () {
  'use strict';

  function named(event) {
    var latin = /^[a-z]$/i.test(event.key);
    var key = /^Key[A-Z]$/.test(event.code) && !latin ? event.code.charAt(3) : event.key;
    return key.length === 1 ? key.toLowerCase() : key;
  }

  /* What is typed in a field, and the space that presses a button, are not commands. */
  function taken(target, key) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      (key === ' ' && /^(BUTTON|A|SUMMARY)$/.test(target.tagName));
  }

  /* `acts` says what each key does, `deaf` when none does anything. */
  window.balisePresenter.keys = function (acts, deaf) {
    document.addEventListener('keydown', function (event) {
      var key = named(event);
      var act = Object.prototype.hasOwnProperty.call(acts, key) && acts[key];
      if (!act || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) { return; }
      if (deaf() || taken(event.target, key)) { return; }
      event.preventDefault();
      if (key === ' ' && event.shiftKey) { act = acts.PageUp; }
      if (!event.repeat || /^(Arrow|Page)/.test(key)) { act(); }
    });
  };
}());
