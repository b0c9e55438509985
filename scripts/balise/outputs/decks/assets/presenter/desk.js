/* The presenter's window: shows a slide with its notes, and leads the window of the room. Nothing is kept. */
(function () {
  'use strict';
  var bl = window.balisePresenter;
  var SCROLL = 80;
  var desk = document.querySelector('[data-bl-desk]');
  var rtl = document.documentElement.dir === 'rtl';
  var address = document.createElement('a');
  var helped = -1; /* where one was before help was shown */

  function $(name) { return desk.querySelector('[data-bl-' + name + ']'); }
  function each(name, act) { Array.prototype.forEach.call(document.querySelectorAll('[data-bl-' + name + ']'), act); }
  function press(name, act) { each(name, function (one) { one.addEventListener('click', act); }); }
  function tell(words) { $('status').textContent = words; }
  function say(name, values) {
    var words = desk.getAttribute('data-bl-say-' + name);
    Object.keys(values || {}).forEach(function (key) { words = words.replace('{' + key + '}', values[key]); });
    return words;
  }
  function set(element, words) {
    if (element.textContent !== words) { element.textContent = words; }
  }

  address.href = desk.getAttribute('data-bl-audience');
  var slides = bl.slides();
  var votes = bl.votes($('votes'), say, { changed: counted, follow: follow });
  var way = bl.way(slides, function (slide) { return votes.counted(slide) ? votes.counts(slide) : null; });
  var room = bl.room(desk.getAttribute('data-bl-deck'), address.href, { here: here, change: state });
  var notes = bl.notes(desk, say, { cover: covers });
  var faces = bl.faces({ vote: say('voted'), first: say('first'), second: say('second'), right: say('right') });
  var jumps = bl.jumps($('jumps'), slides, function (place) { move(place); });
  var clock = bl.clock(desk, say, way.slide, tell);

  /* Moving. */
  function move(place, forward) {
    if (place < 0 || place === way.at) { return; }
    way.arrive(place, forward);
    room.go(way.slide().id);
    show();
  }
  function forward() {
    if (way.after() === way.at) { tell(say('end')); } else { move(way.after(), true); }
  }
  function back() { move(way.before()); }
  function follow(slide, ballot) { move(slides.find(ballot.leads), true); }

  function help() {
    var from = helped;
    if (from < 0 && way.at === way.last()) { return; }
    helped = from < 0 ? way.at : -1;
    move(from < 0 ? way.last() : from);
    show();
  }

  /* Showing. */
  function hands() {
    var slide = way.slide();
    return slide.rounds ? { round: votes.round(slide), counts: votes.every(slide), key: room.key } : null;
  }

  function counted(slide) {
    room.votes(slide.id, votes.round(slide), votes.counts(slide));
    faces.draw($('now'), hands());
    next();
  }

  function next() {
    var slide = way.after() === way.at ? null : slides[way.after()];
    faces.show($('after'), slide, null);
    set($('next-said'), slide ? (slide.place + 1) + '. ' + slide.title : say('end'));
  }

  function show() {
    var slide = way.slide();
    if (!way.same(slide.id, slides[way.last()].id)) { helped = -1; }
    set($('activity-said'), slide.part.title);
    set($('place'), (way.at + 1) + ' / ' + slides.length);
    set($('due'), say('due', { n: Math.floor(slide.start / 60) }));
    faces.show($('now'), slide, hands());
    next();
    notes.show(slide);
    votes.show(slide);
    set($('help'), helped < 0 ? say('help') : say('back', { n: helped + 1 }));
    marks();
    tell(say('at', { n: way.at + 1, title: slide.title }));
    clock.look();
  }

  function marks() {
    $('dark').hidden = !room.black;
    $('key').hidden = !way.slide().ballots.some(function (one) { return one.right; });
    set($('key'), say(room.key ? 'no-key' : 'key'));
    set($('black'), say(room.black ? 'light' : 'black'));
    faces.draw($('now'), hands());
    if (room.language) { $('language').value = room.language; }
  }

  function covers() {
    set($('cover'), say(notes.covered() ? 'uncover' : 'cover'));
    set($('uncover'), say(notes.asked() ? 'yes' : 'uncover'));
    $('cover-said').hidden = !notes.covered();
  }

  function cover() {
    if (notes.covered()) { notes.uncover(); } else { notes.cover(true); }
  }

  /* The room. */
  function here(told, how) {
    var place = slides.find(told.slide);
    if (how.renewed) {
      renew();
    } else if (how.moved && place >= 0 && place !== way.at) {
      way.arrive(place);
      show();
    }
    state();
  }

  /* A page just loaded, in another language perhaps, knows nothing of what was done before: it is led where one is. */
  function renew() {
    var slide = way.slide();
    room.go(slide.id);
    if (votes.counted(slide)) {
      votes.every(slide).forEach(function (counts, round) { room.votes(slide.id, round + 1, counts); });
      room.votes(slide.id, votes.round(slide), votes.counts(slide));
    }
    if (room.black) { room.darken(true); }
    if (room.key) { room.reveal(slide.id, true); }
  }

  function state() {
    var words = say(room.state === 'open' && room.full ? 'full' : room.state);
    var button = { open: 'look', closed: 'reopen', silent: 'reopen' }[room.state] || 'open-it';
    each('room-said', function (one) { set(one, words); });
    each('open', function (one) { set(one, say(button)); });
    each('room-link', function (one) { one.parentNode.hidden = room.state !== 'blocked'; });
    desk.classList.toggle('bl-desk--alone', room.state !== 'open' && room.state !== 'opening');
    marks();
  }

  function darken() {
    if (room.state === 'open') { room.darken(!room.black); }
    marks();
  }
  function reveal() {
    if (!$('key').hidden) { room.reveal(way.slide().id, !room.key); }
    marks();
  }
  function speak(tag) {
    if (tag !== room.language) { room.speak(tag); }
  }
  function tongue() {
    var options = $('language').options;
    return options[($('language').selectedIndex + 1) % options.length].value;
  }

  function tongues(list) {
    Array.prototype.forEach.call(list, function (one) {
      var option = $('language').appendChild(document.createElement('option'));
      option.value = option.lang = one.lang;
      option.textContent = one.textContent;
    });
    $('language').value = document.documentElement.lang;
    $('languages').hidden = list.length < 2;
  }

  /* Beginning. */
  function begin(shown) {
    desk.hidden = false;
    document.documentElement.classList.add('bl-leads');
    notes.cover(!shown);
    show();
    $('next').focus();
  }

  bl.keys({
    ArrowRight: rtl ? back : forward,
    ArrowLeft: rtl ? forward : back,
    ArrowDown: function () { $('notes').scrollTop += SCROLL; },
    ArrowUp: function () { $('notes').scrollTop -= SCROLL; },
    PageDown: forward,
    PageUp: back,
    ' ': forward,
    Home: function () { move(0); },
    End: function () { move(slides.length - 1); },
    F5: function () { /* what remote controls send to begin: loading this page again would lose the time */ },
    b: darken,
    '.': darken,
    h: cover,
    k: reveal,
    l: function () { speak(tongue()); }
  }, function () { return desk.hidden || $('jumps').open; });

  press('open', function () { room.open(); });
  press('next', forward);
  press('previous', back);
  press('black', darken);
  press('help', help);
  press('key', reveal);
  press('cover', cover);
  press('uncover', function () {
    cover();
    if (!notes.covered()) { $('notes').focus(); }
  });
  press('list', function () { jumps.open(way.at); });
  $('language').addEventListener('change', function () { speak($('language').value); });
  each('room-link', function (link) {
    link.href = address.href;
    link.target = room.name;
  });
  $('list').hidden = !jumps.works;
  tongues(document.querySelectorAll('[data-bl-tongues] li'));
  covers();
  state();
  bl.launch(document.querySelector('[data-bl-launch]'), notes.alone, begin);
  window.setInterval(function () {
    room.tick();
    clock.tick();
  }, 1000);
}());
