/* The game-book as a conversation. The numbered sections stay in the page, hidden on screen, for paper. */
(function () {
  "use strict";

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  function make(tag, className, text) {
    var element = document.createElement(tag);
    element.className = className;
    if (text) { element.textContent = text; }
    return element;
  }

  /* What a node says: all of it but its number, what can be answered, and the way back to the start. */
  var SAID = ":scope > :not(:first-child):not(ul):not(.bl-node__again)";

  function copy(node) {
    var twin = node.cloneNode(true);
    twin.removeAttribute("id");
    all(twin, "[id]").forEach(function (one) { one.removeAttribute("id"); });
    return twin;
  }

  function chat(box) {
    var nodes = {};
    var path = [];
    var first = box.querySelector("section");
    all(box, "section").forEach(function (node) { nodes["#" + node.id] = node; });
    var log = make("div", "bl-chat__log");
    var choices = make("div", "bl-chat__choices");
    log.setAttribute("role", "log");
    log.setAttribute("aria-label", box.getAttribute("data-log"));
    choices.setAttribute("role", "group");
    choices.setAttribute("aria-label", box.getAttribute("data-choose"));

    /* What is answered, without the number it leads to. */
    function words(link) {
      var text = document.createElement("span");
      Array.prototype.forEach.call(link.childNodes, function (one) {
        if (one.nodeName !== "B") { text.appendChild(one.cloneNode(true)); }
      });
      return text;
    }

    function mine(link) {
      var act = link.classList.contains("bl-reply--act");
      var bubble = make("p", act ? "bl-node__narration bl-node__narration--me" : "bl-bubble bl-bubble--me");
      if (!act) { bubble.appendChild(make("b", "", box.getAttribute("data-me"))); }
      bubble.appendChild(copy(words(link)));
      return bubble;
    }

    function button(text, kind, act) {
      var one = make("button", "bl-reply" + kind);
      one.type = "button";
      if (text.nodeType) { one.appendChild(copy(text)); } else { one.textContent = text; }
      one.addEventListener("click", act);
      choices.appendChild(one);
    }

    function offer(name) {
      var replies = all(nodes[name], ":scope > ul a");
      choices.textContent = "";
      if (replies.length) { choices.appendChild(make("p", "bl-chat__choose", box.getAttribute("data-choose"))); }
      replies.forEach(function (reply) {
        var kind = reply.classList.contains("bl-reply--act") ? " bl-reply--act" : "";
        button(words(reply), kind, function () { enter(reply.hash, reply); });
      });
      if (!replies.length) { button(box.getAttribute("data-again"), "", function () { start(true); }); }
      if (path.length > 1) { button(box.getAttribute("data-back"), " bl-reply--aside", back); }
    }

    function enter(name, link) {
      var turn = make("div", "bl-chat__turn");
      all(nodes[name], SAID).forEach(function (one) { turn.appendChild(copy(one)); });
      turn.setAttribute("role", "group");
      turn.setAttribute("aria-label", box.getAttribute("data-turn"));
      turn.tabIndex = -1;
      if (link) { log.appendChild(mine(link)); }
      log.appendChild(turn);
      path.push(name);
      offer(name);
      if (link) { arrive(turn, turn.previousElementSibling); }
    }

    function back() {
      path.pop();
      log.removeChild(log.lastChild);
      log.removeChild(log.lastChild);
      offer(path[path.length - 1]);
      arrive(log.lastChild, log.lastChild);
    }

    /* The page scrolls only as far as the learner's own words, so that what follows is read from its start. */
    function arrive(turn, element) {
      turn.focus({ preventScroll: true });
      var top = element.getBoundingClientRect().top;
      if (top > window.innerHeight / 3 || top < 0) { element.scrollIntoView({ block: "start" }); }
    }

    function start(focused) {
      log.textContent = "";
      path = [];
      enter("#" + first.id);
      if (focused) { arrive(log.firstChild, log.firstChild); }
    }

    box.classList.add("bl-chat--live");
    start(false);
    box.appendChild(log);
    box.appendChild(choices);
    window.addEventListener("pageshow", function (event) { if (event.persisted) { start(false); } });
  }

  all(document, '[data-bl="chat"]').forEach(chat);
}());
