/* Keys of the room: those of a remote control and a keyboard, whatever its layout, and a finger on a screen. */
(function () {
  "use strict";
  var room = window.balise && window.balise.room;
  if (!room) { return; }
  var rtl = document.documentElement.dir === "rtl";
  var cast = [];  // the hands added on this slide, so that the last can be taken back
  var from;

  function letter(event) {
    return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : "";
  }

  function digit(event) {
    var typed = /^\d$/.test(event.key) ? event.key : "", place = /^(?:Digit|Numpad)(\d)$/.exec(event.code || "");
    return typed || (place ? place[1] : "");
  }

  function count(change, name) {
    var slide = room.current(), state = room.state(slide), counts = state.counts[state.round - 1];
    if (!name) { return; }
    counts[name] = Math.max(0, (counts[name] || 0) + change);
    room.drawn(slide);
  }

  function hand(number, away) {
    var name = room.letters(room.current())[number - 1];
    if (from !== room.current()) { cast = []; from = room.current(); }
    if (name && !away) { cast.push(name); }
    count(away ? -1 : 1, name);
  }

  function forget() {
    var slide = room.current(), state = room.state(slide);
    if (!room.rounds(slide)) { return; }
    state.counts[state.round - 1] = {};
    cast = [];
    room.drawn(slide);
  }

  function digits(event) {
    var typed = digit(event);
    if (!typed || !room.rounds(room.current())) { return false; }
    // Where digits are typed with Shift, as on French keyboards, Shift and a digit is a digit: Backspace takes away.
    if (typed === "0") { forget(); } else { hand(Number(typed), event.shiftKey && !/^\d$/.test(event.key)); }
    return true;
  }

  function again() {
    var slide = room.current(), state = room.state(slide);
    if (room.rounds(slide) > 1) {
      state.round = 3 - state.round;
      cast = [];
      room.drawn(slide);
    }
  }

  room.key = function () {
    var slide = room.current();
    if (room.hasKey(slide)) {
      room.state(slide).key = !room.state(slide).key;
      room.drawn(slide);
    }
  };

  function dark() { room.black(!room.isBlack()); }

  var named = {
    ArrowRight: rtl ? room.previous : room.next,
    ArrowLeft: rtl ? room.next : room.previous,
    ArrowDown: room.next,
    ArrowUp: room.previous,
    PageDown: room.next,
    PageUp: room.previous,
    " ": room.next,
    Enter: room.next,
    Home: room.first,
    End: room.last,
    ".": dark,
    Escape: function () { room.map(); },
    F5: room.full,
    Backspace: function () { if (from === room.current()) { count(-1, cast.pop()); } }
  };
  var lettered = {b: dark, f: room.full, k: room.key, l: function () { room.language(); }, o: function () { room.map(); }, v: again};

  function pressed(event) {
    var on = document.activeElement, button = on && on !== document.body && /^(A|BUTTON)$/.test(on.tagName);
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) { return; }
    if (room.isBlack()) {
      if (event.key !== "Shift" && event.key !== "Tab") { event.preventDefault(); room.black(false); }
      return;
    }
    if (room.mapped && room.mapped()) { room.mapKeys(event); return; }
    if (button && (event.key === "Enter" || event.key === " ")) { return; }
    if (event.shiftKey && event.key === " ") { event.preventDefault(); room.previous(); return; }
    var act = named[event.key] || (event.code === "Period" && !event.shiftKey ? dark : lettered[letter(event)]);
    if (act) {
      event.preventDefault();
      if (!event.repeat || /^(Arrow|Page|Backspace)/.test(event.key)) { act(); }
    } else if (digits(event)) {
      event.preventDefault();
    }
  }

  function swipe() {
    var began = null;
    room.deck.addEventListener("touchstart", function (event) {
      began = event.touches.length === 1 ? {x: event.touches[0].clientX, y: event.touches[0].clientY} : null;
    }, {passive: true});
    room.deck.addEventListener("touchend", function (event) {
      var end = event.changedTouches[0], x = began ? end.clientX - began.x : 0, y = began ? end.clientY - began.y : 0;
      began = null;
      if (Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) { ((x < 0) !== rtl ? room.next : room.previous)(); }
    });
  }

  room.parts.push(function () {
    document.addEventListener("keydown", pressed);
    room.deck.addEventListener("click", function () { if (room.isBlack()) { room.black(false); } });
    swipe();
  });
})();
