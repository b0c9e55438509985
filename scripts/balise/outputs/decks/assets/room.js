/* Hears the presenter's window, and tells it what the room sees. Only the window that opened this one is listened to. */
(function () {
  "use strict";
  var room = window.balise && window.balise.room, EVERY = 2000, MOST = 999;
  if (!room || !window.opener) { return; }

  function here() {
    var slide = room.current();
    if (!window.opener || window.opener.closed) { return; }
    window.opener.postMessage({
      balise: 1,
      deck: room.name,
      type: "here",
      slide: slide.id,
      black: room.isBlack(),
      full: room.isFull(),
      language: document.documentElement.lang,
      key: room.state(slide).key
    }, "*");
  }

  function hands(found) {
    var counts = {};
    Object.keys(found || {}).forEach(function (letter) {
      counts[letter] = Math.min(MOST, Math.max(0, Math.floor(Number(found[letter])) || 0));
    });
    return counts;
  }

  var kinds = {
    go: function (said) { room.go(room.nearest(String(said.slide))); },
    black: function (said) { room.black(Boolean(said.on)); },
    votes: function (said) {
      var slide = room.nearest(String(said.slide)), state = room.state(slide);
      state.round = said.round === 2 ? 2 : 1;
      state.counts[state.round - 1] = hands(said.counts);
      room.drawn(slide);
    },
    key: function (said) {
      var slide = room.nearest(String(said.slide));
      room.state(slide).key = Boolean(said.on) && room.hasKey(slide);
      room.drawn(slide);
    },
    language: function (said) { room.language(String(said.tag)); },
    who: here
  };

  function hear(event) {
    var said = event.data;
    if (event.source !== window.opener || !said || said.balise !== 1 || said.deck !== room.name) { return; }
    if (Object.prototype.hasOwnProperty.call(kinds, said.type)) { kinds[said.type](said); }
  }

  room.parts.push(function () {
    window.addEventListener("message", hear);
    room.onchange(here);
    here();
    setInterval(here, EVERY);
  });
})();
