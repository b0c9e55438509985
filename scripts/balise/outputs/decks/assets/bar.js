/* Commands for a mouse, in the margin, and every slide at a glance. */
(function () {
  "use strict";
  var room = window.balise && window.balise.room;
  if (!room) { return; }
  var SEEN = 2500;
  var SVG = "http://www.w3.org/2000/svg";
  var PATHS = {
    previous: "M15 5l-7 7 7 7",
    next: "M9 5l7 7-7 7",
    overview: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
    black: "M4 5h16v11H4zM9 20h6M4 16L20 5",
    full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
    language: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
    key: "M4 13l5.5 5.5L20 6",
    flat: "M6 3h12v18H6zM9 8h6M9 12h6M9 16h6"
  };
  var KEYS = {overview: "O", black: "B", full: "F", language: "L", key: "K"};
  var bar, map, timer, onKey;

  function make(name, parent, own) {
    var one = document.createElement(name);
    if (own) { one.className = own; }
    return parent.appendChild(one);
  }

  function command(name, act) {
    var one = make(act ? "button" : "a", bar), icon = document.createElementNS(SVG, "svg");
    var path = icon.appendChild(document.createElementNS(SVG, "path"));
    icon.setAttribute("viewBox", "0 0 24 24");
    icon.setAttribute("aria-hidden", "true");
    if (name === "previous" || name === "next") { icon.setAttribute("class", "bl-bar__turned"); }
    path.setAttribute("d", PATHS[name]);
    one.appendChild(icon);
    one.title = room.said(name) + (KEYS[name] ? " (" + KEYS[name] + ")" : "");
    one.setAttribute("aria-label", room.said(name));
    if (!act) { return one; }
    one.type = "button";
    one.addEventListener("click", function (event) {
      act();
      if (event.detail) { one.blur(); }  // the space bar goes on to the next slide, not to this button
    });
    return one;
  }

  function see() {
    bar.classList.add("bl-bar--seen");
    clearTimeout(timer);
    timer = setTimeout(function () { bar.classList.remove("bl-bar--seen"); }, SEEN);
  }

  function tile(slide, list) {
    var link = make("a", make("li", list)), view = make("span", link, "bl-glance__view bl-projected");
    var name = make("span", link, "bl-glance__name"), copy = slide.cloneNode(true);
    copy.className = slide.className.replace(/\b(past|present|future)\b/g, "");
    ["id", "hidden", "style", "aria-labelledby", "aria-hidden"].forEach(function (one) { copy.removeAttribute(one); });
    Array.prototype.forEach.call(copy.querySelectorAll("[id]"), function (one) { one.removeAttribute("id"); });
    Array.prototype.forEach.call(copy.querySelectorAll("a"), function (one) { one.parentNode.removeChild(one); });
    copy.style.aspectRatio = room.current().clientWidth + " / " + room.current().clientHeight;  // what fits there fits here
    view.setAttribute("aria-hidden", "true");
    view.appendChild(copy);
    make("bdi", name).textContent = room.slides().indexOf(slide) + 1;
    make("span", name).textContent = slide.querySelector(".bl-slide__title").textContent;
    link.href = "#/" + slide.id;
    link.addEventListener("click", function (event) {
      event.preventDefault();
      room.map();
      room.go(slide);
    });
    if (slide === room.current()) { link.setAttribute("aria-current", "true"); }
  }

  room.mapped = function () { return Boolean(map); };

  room.map = function () {
    document.documentElement.classList.toggle("bl-glanced", !map);
    if (map) {
      map.parentNode.removeChild(map);
      map = null;
      return;
    }
    map = make("nav", document.body, "bl-glance");
    map.setAttribute("aria-label", room.said("overview"));
    var list = make("ol", map, "bl-glance__list");
    room.slides().forEach(function (slide) { tile(slide, list); });
    map.querySelector("[aria-current]").focus();
    map.querySelector("[aria-current]").scrollIntoView({block: "center"});
  };

  room.mapKeys = function (event) {
    var links = Array.prototype.slice.call(map.querySelectorAll("a")), here = links.indexOf(document.activeElement);
    var across = document.documentElement.dir === "rtl" ? -1 : 1, tops = links.filter(function (one) {
      return one.getBoundingClientRect().top === links[0].getBoundingClientRect().top;
    }).length;
    var move = {
      ArrowRight: across, ArrowLeft: -across, ArrowDown: tops, ArrowUp: -tops,
      PageDown: tops, PageUp: -tops, Home: -links.length, End: links.length
    }[event.key];
    if (move) {
      event.preventDefault();
      links[Math.max(0, Math.min(links.length - 1, here + move))].focus();
    } else if (event.key === "Escape" || /^o$/i.test(event.key)) {
      event.preventDefault();
      room.map();
    }
  };

  room.parts.push(function () {
    bar = make("nav", document.body, "bl-bar");
    bar.setAttribute("aria-label", room.said("controls"));
    command("previous", room.previous);
    command("next", room.next);
    command("overview", room.map);
    command("black", function () { room.black(true); });
    if (document.documentElement.requestFullscreen) { command("full", room.full); }
    if (document.querySelectorAll("a[data-bl-language]").length > 1) { command("language", function () { room.language(); }); }
    onKey = command("key", room.key);
    command("flat").href = "?flat";
    room.onchange(function () { onKey.hidden = !room.hasKey(room.current()); });
    document.addEventListener("pointermove", see);
  });
})();
