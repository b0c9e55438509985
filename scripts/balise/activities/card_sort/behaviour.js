/* Sorting cards: a word at once for each card placed. Without this script, “why” is under each card. */
(function () {
  "use strict";

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  function sort(box) {
    var cards = all(box, "[data-category]");
    var count = box.querySelector("[data-bl-count]");
    var end = box.querySelector("[data-bl-end]");

    /* Where a card's verdict is said: there before it is, or nobody would hear it. */
    function prepare(card) {
      var status = document.createElement("p");
      status.className = "bl-sort__status";
      status.setAttribute("role", "status");
      card.insertBefore(status, card.querySelector("details"));
      card.querySelector("select").addEventListener("change", function () { say(card); tally(); });
    }

    function say(card) {
      var value = card.querySelector("select").selectedIndex;
      var status = card.querySelector(".bl-sort__status");
      var right = String(value) === card.getAttribute("data-category");
      card.classList.toggle("bl-sort__card--right", Boolean(value) && right);
      card.classList.toggle("bl-sort__card--wrong", Boolean(value) && !right);
      status.className = "bl-sort__status" + (value ? " bl-mark bl-mark--" + (right ? "right" : "wrong") : "");
      status.textContent = value ? box.getAttribute(right ? "data-right" : "data-wrong") : "";
    }

    function tally() {
      var placed = cards.filter(function (card) { return card.querySelector("select").value; }).length;
      var right = all(box, ".bl-sort__card--right").length;
      end.hidden = !placed;
      count.textContent = placed < cards.length ? "" : box.getAttribute("data-text").replace("{right}", right).replace("{total}", cards.length);
    }

    function reset() {
      cards.forEach(function (card) {
        card.querySelector("select").selectedIndex = 0;
        card.querySelector("details").open = false;
        say(card);
      });
      tally();
    }

    cards.forEach(prepare);
    box.querySelector("[data-bl-retry]").addEventListener("click", function () {
      reset();
      cards[0].querySelector("select").focus();
    });
    window.addEventListener("pageshow", function (event) { if (event.persisted) { reset(); } });
  }

  all(document, '[data-bl="sort"]').forEach(sort);
}());
