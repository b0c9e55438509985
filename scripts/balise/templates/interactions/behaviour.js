/* Questions: check, say why, keep score while the page is open. Without this script the answers are in the page. */
(function () {
  "use strict";

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  function make(tag, className, text) {
    var element = document.createElement(tag);
    element.className = className;
    if (text) { element.textContent = text; }
    return element;
  }

  function words(element) { return element.textContent.replace(/\s+/g, " ").trim(); }

  /* A copy of what explains an answer, without the ids that must stay unique in the page. */
  function explanation(from, about) {
    var why = from && from.querySelector("[data-bl-why]");
    var box = make("div", "bl-item__why");
    if (about) { box.appendChild(make("p", "bl-item__about", about)); }
    if (why) {
      Array.prototype.forEach.call(why.childNodes, function (node) { box.appendChild(node.cloneNode(true)); });
      all(box, "[id]").forEach(function (one) { one.removeAttribute("id"); });
    }
    return box;
  }

  function selects(item) { return all(item, "fieldset select"); }

  /* Each reads one kind of item: {empty, right, partial, marks: [[element, right]], why: [node]}. */
  var READ = {
    choice: function (item, answer) {
      var key = all(answer, ".bl-answers > li");
      var scored = item.hasAttribute("data-scored");
      var inputs = all(item, "input");
      var chosen = inputs.filter(function (input) { return input.checked; });
      var several = chosen.length > 1;
      var said = { empty: !chosen.length, marks: [], why: [] };
      var good = 0;
      chosen.forEach(function (input) {
        var one = key[inputs.indexOf(input)];
        var right = one.hasAttribute("data-correct");
        var label = input.parentNode;
        good += right ? 1 : 0;
        said.why.push(explanation(one, several ? label.textContent.trim() : ""));
        if (scored) { said.marks.push([label, right]); }
      });
      var wanted = key.filter(function (one) { return one.hasAttribute("data-correct"); }).length;
      said.right = good === wanted && good === chosen.length;
      said.partial = good === chosen.length && good < wanted;
      return said;
    },

    order: function (item, answer) {
      var key = all(answer, "li[data-step]");
      var right = true;
      var marks = all(item, ".bl-order__step").map(function (step, place) {
        var here = key[place].getAttribute("data-step") === step.getAttribute("data-step");
        right = right && here;
        return [step, here];
      });
      return { right: right, marks: marks, why: right ? [explanation(answer)] : [] };
    },

    match: function (item, answer) {
      var key = all(answer, "[data-target]");
      var right = true;
      var said = { marks: [], why: [] };
      all(item, ".bl-match__row").forEach(function (row, place) {
        var one = key[place];
        var here = String(row.querySelector("select").selectedIndex) === one.getAttribute("data-target");
        right = right && here;
        said.marks.push([row, here]);
        if (here) { said.why.push(explanation(one, row.querySelector("label").textContent.trim())); }
      });
      said.right = right;
      said.empty = selects(item).some(function (select) { return !select.value; });
      return said;
    },

    text_entry: function (item, answer) {
      var key = all(answer, "[data-gap]");
      var right = true;
      var marks = all(item, ".bl-gaps__gap").map(function (gap, place) {
        var select = gap.querySelector("select");
        var here = words(select.options[select.selectedIndex]) === words(key[place]);
        right = right && here;
        return [gap, here];
      });
      var empty = selects(item).some(function (select) { return !select.value; });
      return { empty: empty, right: right, marks: marks, why: right ? [explanation(answer)] : [] };
    },

    extended_text: function () { return { marks: [], why: [] }; }
  };

  function unmark(item) {
    all(item, "fieldset .bl-mark").forEach(function (mark) { mark.parentNode.removeChild(mark); });
    item.classList.remove("bl-item--right");
    item.classList.remove("bl-item--wrong");
    item.querySelector("[data-bl-result]").textContent = "";
  }

  /* Shows a verdict. Returns true or false when the item counts, null when it does not or is not answered. */
  function check(item) {
    var answer = item.querySelector("[data-bl-answer]");
    var result = item.querySelector("[data-bl-result]");
    var box = item.closest('[data-bl="quiz"]');
    var scored = item.hasAttribute("data-scored");
    unmark(item);
    var said = READ[item.getAttribute("data-kind")](item, answer);
    var verdict = said.empty ? "empty" : !scored ? "thanks" : said.right ? "right" : said.partial ? "partial" : "wrong";
    var sign = verdict === "right" ? " bl-mark bl-mark--right" : verdict === "wrong" ? " bl-mark bl-mark--wrong" : "";
    result.appendChild(make("p", "bl-item__verdict" + sign, (said.empty ? result : box).getAttribute("data-" + verdict)));
    if (said.empty) { return null; }
    if (scored) {
      if (!said.partial) { item.classList.add(said.right ? "bl-item--right" : "bl-item--wrong"); }
      said.marks.forEach(function (mark) {
        var name = mark[1] ? "right" : "wrong";
        mark[0].appendChild(make("strong", "bl-mark bl-mark--" + name, box.getAttribute(mark[1] ? "data-yes" : "data-no")));
      });
    }
    said.why.forEach(function (node) { result.appendChild(node); });
    answer.hidden = false;
    if (item.getAttribute("data-kind") === "extended_text") { answer.open = true; }
    return scored ? said.right : null;
  }

  /* The buttons that move a step up and down. */
  function moves(step, said) {
    var box = make("span", "bl-order__moves");
    [["-1", "data-up", ""], ["1", "data-down", " bl-order__move--down"]].forEach(function (way) {
      var button = make("button", "bl-order__move" + way[2]);
      button.type = "button";
      button.setAttribute("data-bl-move", way[0]);
      button.setAttribute("aria-label", said.getAttribute(way[1]) + " " + words(step));
      box.appendChild(button);
    });
    return box;
  }

  function ordering(item) {
    var list = item.querySelector("[data-bl-order]");
    var first = all(list, ".bl-order__step");
    var status = item.querySelector("[data-bl-said]");

    function ends() {
      var steps = all(list, ".bl-order__step");
      steps.forEach(function (step, place) {
        step.querySelector('[data-bl-move="-1"]').setAttribute("aria-disabled", String(place === 0));
        step.querySelector('[data-bl-move="1"]').setAttribute("aria-disabled", String(place === steps.length - 1));
      });
    }

    list.classList.add("bl-order--live");
    first.forEach(function (step) {
      step.querySelector("select").hidden = true;
      step.appendChild(moves(step.querySelector(".bl-order__text"), list));
    });
    list.addEventListener("click", function (event) {
      var button = event.target.closest("[data-bl-move]");
      if (!button) { return; }
      var step = button.closest(".bl-order__step");
      var up = button.getAttribute("data-bl-move") === "-1";
      var other = up ? step.previousElementSibling : step.nextElementSibling;
      if (!other) { return; }
      /* The neighbour moves, not the step, so that the button keeps the focus. */
      list.insertBefore(other, up ? step.nextElementSibling : step);
      unmark(item);
      ends();
      status.textContent = status.getAttribute("data-text").replace("{n}", all(list, ".bl-order__step").indexOf(step) + 1);
    });
    ends();
    return function () {
      first.forEach(function (step) { list.appendChild(step); });
      status.textContent = "";
      ends();
    };
  }

  /* What is answered is never kept, not even by a browser that restores a page. */
  var NOT_KEPT = '.bl-quiz input, .bl-quiz select, .bl-quiz textarea, [autocomplete="off"]:not(form)';

  function clear(root) {
    all(root, NOT_KEPT).forEach(function (field) {
      if (field.type === "radio" || field.type === "checkbox") { field.checked = false; }
      else if (field.options) { field.selectedIndex = 0; }
      else { field.value = ""; }
    });
  }

  function quiz(box) {
    var items = all(box, '[data-bl="item"]').filter(function (item) { return item.querySelector("[data-bl-check]"); });
    if (!items.length) { return; }
    var total = Number(box.getAttribute("data-scored"));
    var score = box.querySelector("[data-bl-score]");
    var end = box.querySelector("[data-bl-end]");
    var results = {};
    var resets = [];

    function count() {
      var known = Object.keys(results);
      end.hidden = false;
      if (!total || known.length < total) { return; }
      var right = known.filter(function (id) { return results[id]; }).length;
      var text = score.getAttribute("data-text").replace("{right}", right).replace("{total}", total);
      score.textContent = "";
      score.appendChild(make("strong", "", text));
      score.appendChild(document.createTextNode(score.getAttribute(right === total ? "data-all" : "data-some")));
    }

    function reset() {
      results = {};
      clear(box);
      resets.forEach(function (one) { one(); });
      items.forEach(function (item) {
        unmark(item);
        all(item, "details").forEach(function (one) { one.open = false; });
        item.querySelector("[data-bl-answer]").hidden = true;
      });
      score.textContent = "";
      end.hidden = true;
    }

    items.forEach(function (item) {
      item.querySelector("[data-bl-actions]").hidden = false;
      item.querySelector("[data-bl-answer]").hidden = true;
      if (item.getAttribute("data-kind") === "order") { resets.push(ordering(item)); }
      item.addEventListener("change", function () { unmark(item); });
      item.querySelector("[data-bl-check]").addEventListener("click", function () {
        var right = check(item);
        if (right !== null) { results[item.id] = right; }
        if (right !== null || item.querySelector("[data-bl-answer]").hidden === false) { count(); }
      });
    });
    box.querySelector("[data-bl-retry]").addEventListener("click", function () {
      reset();
      var seen = all(box, "fieldset input, fieldset select, fieldset button, fieldset textarea").filter(function (one) { return one.offsetParent; });
      if (seen[0]) { seen[0].focus(); }
    });
    window.addEventListener("pageshow", function (event) { if (event.persisted) { reset(); } });
  }

  all(document, '[data-bl="quiz"]').forEach(quiz);
  /* A choice is a form that goes nowhere: Enter on a radio must not try. */
  document.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { clear(document); } });
}());
