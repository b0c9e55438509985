/* Sorting cards: a word at once for each card placed. Without this script, “why” is under each card. */
(function () {
  "use strict";

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  function sort(box) {
    var cards = all(box, "[data-category]");
    var count = box.querySelector("[data-bl-count]");
    var end = box.querySelector("[data-bl-end]");

    function say(card) {
      var value = card.querySelector("select").value;
      var status = card.querySelector("[data-bl-status]");
      var right = value === card.getAttribute("data-category");
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

    cards.forEach(function (card) {
      card.querySelector("select").addEventListener("change", function () { say(card); tally(); });
    });
    box.querySelector("[data-bl-retry]").addEventListener("click", function () {
      reset();
      cards[0].querySelector("select").focus();
    });
    window.addEventListener("pageshow", function (event) { if (event.persisted) { reset(); } });
  }

  all(document, '[data-bl="sort"]').forEach(sort);
}());
