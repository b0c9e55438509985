/* Shows the slides one at a time, and goes from one to another: to the next, where a vote leads, back along the way that
   was taken. Without a script they follow each other on a page. Nothing here knows a note: there is none in this page. */
(function () {
  "use strict";
  var balise = window.balise = window.balise || {};
  var deck = document.querySelector(".bl-deck[data-bl-deck]");
  var narrow = window.matchMedia("(max-width: 39.99em)");
  var slides, begun, live = false, way = [], states = {}, heard = [];
  if (!deck || typeof Reveal === "undefined") { return; }

  var room = balise.room = {deck: deck, name: deck.getAttribute("data-bl-deck")};

  room.said = function (name) { return deck.getAttribute("data-bl-" + name) || ""; };
  room.onchange = function (listener) { heard.push(listener); };
  room.slides = function () { return slides; };
  /* A key may come before Reveal says it is ready: it goes from the slide of the address, not from the title. */
  room.current = function () { return (Reveal.getCurrentSlide && Reveal.getCurrentSlide()) || begun; };

  function changed() {
    if (!live) { return; }
    heard.forEach(function (listener) { listener(); });
  }

  function place(slide) { return slides.indexOf(slide); }

  function at(id) {
    return slides.filter(function (one) { return one.id === id; })[0];
  }

  /* Another language may cut a text elsewhere: then the nearest part before, then whatever begins there. */
  room.nearest = function (id) {
    var part = /^(.+)--c(\d+)$/.exec(id), name = part ? part[1] : id, number;
    for (number = part ? Number(part[2]) : 0; number > 1; number -= 1) {
      if (at(name + "--c" + number)) { return at(name + "--c" + number); }
    }
    for (; name; name = name.slice(0, Math.max(0, name.lastIndexOf("--")))) {
      if (at(name)) { return at(name); }
      part = slides.filter(begins)[0];
      if (part) { return part; }
    }
    return slides[0];

    function begins(one) { return one.id.indexOf(name + "--") === 0; }
  };

  function ballots(slide) {
    return Array.prototype.slice.call(slide.querySelectorAll(".bl-ballot"));
  }

  function leading(slide) {
    var state = room.state(slide), counts = state.counts[state.round - 1], best = 0, found = "";
    ballots(slide).forEach(function (one) {
      var hands = counts[one.getAttribute("data-bl-letter")] || 0;
      if (hands > best && one.getAttribute("data-bl-leads")) {
        best = hands;
        found = one.getAttribute("data-bl-leads");
      }
    });
    return found;
  }

  function show(slide) { Reveal.slide(place(slide)); }

  room.go = function (slide) {
    var from = room.current();
    if (!slide || slide === from) { return; }
    if (Math.abs(place(slide) - place(from)) > 1) { way.push({from: from, to: slide}); }
    show(slide);
  };

  /* Where the vote leads; without one, where this slide goes on, or to the next. */
  room.next = function () {
    var from = room.current(), led = at(leading(from)) || at(from.getAttribute("data-bl-follows"));
    room.go(led || slides[place(from) + 1]);
  };

  room.previous = function () {
    var from = room.current(), last = way[way.length - 1];
    if (last && last.to === from) {
      way.pop();
      show(last.from);
    } else if (place(from) > 0) {
      show(slides[place(from) - 1]);
    }
  };

  room.first = function () { room.go(slides[0]); };
  room.last = function () { room.go(slides[slides.length - 1]); };

  room.state = function (slide) {
    states[slide.id] = states[slide.id] || {round: 1, counts: [{}, {}], key: false};
    return states[slide.id];
  };

  room.rounds = function (slide) {
    var list = slide.querySelector(".bl-ballots");
    return list ? Number(list.getAttribute("data-bl-rounds")) : 0;
  };

  room.letters = function (slide) {
    return ballots(slide).map(function (one) { return one.getAttribute("data-bl-letter"); });
  };

  room.hasKey = function (slide) { return Boolean(slide.querySelector("[data-bl-correct]")); };

  room.drawn = function (slide) {
    balise.hands(slide, room.state(slide), {
      vote: room.said("vote"), first: room.said("first"), second: room.said("second"), right: room.said("right")
    });
    if (live && slide === room.current()) { balise.fit(slide); }
    changed();
  };

  room.black = function (on) {
    Reveal.togglePause(on);
    changed();
  };
  room.isBlack = function () { return Reveal.isPaused(); };

  room.isFull = function () { return Boolean(document.fullscreenElement); };
  room.full = function () {
    var asked = room.isFull() ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    if (asked && asked.catch) { asked.catch(function () { /* refused: the window stays as it is */ }); }
  };

  /* The same slide in another language: the one named, or the next of the list. */
  room.language = function (tag) {
    var links = Array.prototype.slice.call(document.querySelectorAll("a[data-bl-language]")), next;
    links.forEach(function (one, index) {
      if (tag ? one.getAttribute("data-bl-language") === tag : one.hasAttribute("aria-current")) {
        next = tag ? one : links[(index + 1) % links.length];
      }
    });
    if (next && !next.hasAttribute("aria-current")) { location.replace(next.href + "#/" + room.current().id); }
  };

  function leads(event) {
    var card = event.target.closest ? event.target.closest(".bl-ballot[data-bl-leads]") : null;
    if (card) {
      event.preventDefault();
      room.go(at(card.getAttribute("data-bl-leads")));
    }
  }

  function shown() {
    if (!live) { return; }
    balise.fit(room.current());
    changed();
  }

  /* A place's own slides are put in once decks are made: only here is it known how many there are. */
  function numbered(slide, number) {
    var line = slide.querySelector(".bl-slide__number bdi");
    if (!line) {
      line = slide.appendChild(document.createElement("p")).appendChild(document.createElement("bdi"));
      line.parentNode.className = "bl-slide__number";
      line.dir = "ltr";
    }
    line.textContent = number + " / " + slides.length;
  }

  function prepare() {
    slides = Array.prototype.slice.call(deck.querySelectorAll(".slides > .bl-slide"));
    slides.forEach(function (one, index) {
      one.setAttribute("aria-labelledby", one.id + "-t");  // a page of them all would have landmarks of one name
      numbered(one, index + 1);
      Array.prototype.forEach.call(one.querySelectorAll(".bl-ballot__leads"), function (link) {
        link.setAttribute("aria-label", link.closest(".bl-ballot").textContent.replace(/\s+/g, " ").trim());
      });
      if (room.rounds(one)) { room.drawn(one); }
    });
    var wanted = location.hash.replace(/^#\/?/, "");
    try { wanted = decodeURIComponent(wanted); } catch (error) { wanted = ""; }
    begun = room.nearest(wanted);
    history.replaceState(null, "", "#/" + begun.id);
  }

  function start() {
    document.documentElement.classList.add("bl-live");
    deck.classList.add("reveal", "bl-projected");
    prepare();
    Reveal.on("slidechanged", shown);
    Reveal.on("ready", function () {
      live = true;
      deck.removeAttribute("role");  // "application" would take their keys from screen readers
      shown();
    });
    Reveal.initialize({
      hash: true,
      keyboard: false,
      touch: false,
      overview: false,
      disableLayout: true,
      display: "grid",
      center: false,
      controls: false,
      progress: false,
      transition: "none",
      backgroundTransition: "none",
      help: false,
      jumpToSlide: false,
      postMessage: false
    });
    deck.addEventListener("click", leads);
    window.addEventListener("resize", shown);
    document.addEventListener("fullscreenchange", changed);
    if (document.fonts && document.fonts.ready) { document.fonts.ready.then(shown); }
    (room.parts || []).forEach(function (part) { part(); });
  }

  /* On a telephone, or much enlarged, the page to read is the better one; a room's window may begin small. */
  function begin() {
    if (narrow.matches && !window.opener) {
      narrow.addEventListener("change", function grown() {
        if (!narrow.matches) { narrow.removeEventListener("change", grown); start(); }
      });
    } else {
      start();
    }
  }

  room.parts = [];
  if (!/[?&]flat\b/.test(location.search)) { document.addEventListener("DOMContentLoaded", begin); }
})();
