/* The window of the room: opens it, finds it again, hears where it is, tells it where to go. It holds no note. */
(function () {
  'use strict';
  var FEATURES = 'popup=yes,width=1024,height=640,left=80,top=80';
  var QUIET = 5000; /* it speaks each 2 seconds */
  var LOST = 12000;
  var ANSWERS = 1500; /* what was asked may take so long to be done */

  /* An empty window has just been made; one with a page was there before, and must not be loaded again. */
  function empty(opened) {
    try {
      return opened.location.href === 'about:blank';
    } catch (_) {
      return false;
    }
  }

  function ours(origin) {
    return origin === window.location.origin || (window.location.protocol === 'file:' && /^(null|file:\/\/)$/.test(origin));
  }

  /* `on.here(state, first)` is called when the room says where it is; `first` is 'opened' or 'found' the first time. */
  window.balisePresenter.room = function (deck, address, on) {
    var name = 'balise-' + deck;
    var handle = null;
    var first = '';
    var heard = 0;
    var asked = {};
    var room = { state: 'none', slide: '', black: false, key: false, full: false, language: '', name: name };

    function become(state) {
      if (room.state !== state) {
        room.state = state;
        on.change();
      }
    }

    function send(type, values) {
      var message = { balise: 1, deck: deck, type: type };
      Object.keys(values || {}).forEach(function (key) { message[key] = values[key]; });
      if (handle && !handle.closed) { handle.postMessage(message, '*'); }
    }

    /* Asks for something the room will say it has done: what it says meanwhile is from before. */
    function ask(field, value, type, values) {
      room[field] = value;
      asked[field] = { value: value, until: Date.now() + ANSWERS };
      send(type, values);
    }

    function agreed(field, value) {
      var wish = asked[field];
      var same = wish && (field === 'slide' ? base(wish.value) === base(value) : wish.value === value);
      if (same) { delete asked[field]; }
      return !wish || same || Date.now() > wish.until;
    }

    function base(id) { return String(id).replace(/--c\d+$/, ''); }

    function hear(said) {
      var before = { slide: room.said, language: room.language };
      var told = { first: first, moved: false, renewed: first === 'opened' };
      first = '';
      heard = Date.now();
      room.language = String(said.language || '');
      room.full = Boolean(said.full);
      told.renewed = told.renewed || Boolean(before.language && before.language !== room.language);
      ['black', 'key'].forEach(function (field) {
        if (!told.renewed && agreed(field, Boolean(said[field]))) { room[field] = Boolean(said[field]); }
      });
      var waited = Boolean(asked.slide);
      if (agreed('slide', said.slide)) {
        delete asked.slide;
        told.moved = told.first === 'found' || (!told.first && !waited && said.slide !== before.slide);
        if (told.moved || !waited) { room.slide = said.slide; }
      }
      room.said = said.slide;
      become('open');
      on.here(room, told);
    }

    window.addEventListener('message', function (event) {
      var said = event.data;
      if (!said || said.balise !== 1 || said.deck !== deck || said.type !== 'here' || typeof said.slide !== 'string') { return; }
      if (event.source !== handle) {
        if ((handle && !handle.closed) || !ours(event.origin)) { return; }
        handle = event.source;
        first = 'found';
      }
      hear(said);
    });

    function load() {
      first = 'opened';
      heard = Date.now();
      handle.location.replace(address);
    }

    room.open = function () {
      if (room.state === 'open' && handle && !handle.closed) {
        handle.focus();
        return;
      }
      var opened = window.open('', name, FEATURES);
      if (!opened || opened.closed) {
        become('blocked');
        return;
      }
      var silent = room.state === 'silent';
      handle = opened;
      asked = {};
      become('opening');
      if (silent || empty(opened)) { load(); } else { first = 'found'; heard = Date.now(); send('who'); }
      opened.focus();
    };
    room.go = function (slide) { ask('slide', slide, 'go', { slide: slide }); };
    room.darken = function (shown) { ask('black', shown, 'black', { on: shown }); };
    room.reveal = function (slide, shown) { ask('key', shown, 'key', { slide: slide, on: shown }); };
    room.votes = function (slide, round, counts) { send('votes', { slide: slide, round: round, counts: counts }); };
    room.speak = function (tag) { send('language', { tag: tag }); };
    room.tick = function () {
      if (!handle) { return; }
      if (handle.closed) {
        handle = null;
        room.full = room.black = room.key = false;
        room.language = room.said = '';
        asked = {};
        become('closed');
        return;
      }
      var silence = Date.now() - heard;
      if (silence > QUIET) { send('who'); }
      if (silence > LOST && room.state !== 'silent') { become('silent'); }
    };
    return room;
  };
}());
