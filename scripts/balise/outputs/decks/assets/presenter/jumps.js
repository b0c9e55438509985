/* The list of slides, by activity: made when it is first asked for. */
(function () {
  'use strict';
  var ASIDE = '.bl-talk__who, .bl-ballot__leads, .bl-tally';
  var FIRST_WORDS = 70; /* characters, to tell slides of the same title apart */

  function told(slide) {
    var words = [];
    var walker = document.createTreeWalker(slide.face.querySelector('.bl-slide__body'), NodeFilter.SHOW_TEXT, null);
    while (walker.nextNode()) {
      var parent = walker.currentNode.parentElement;
      var before = walker.currentNode.previousSibling;
      var apart = before ? before.nodeName === 'BR' : /^(P|LI|DIV|TD|SPAN)$/.test(parent.tagName);
      if (!parent.closest(ASIDE)) { words.push(apart ? ' ' : '', walker.currentNode.data); }
    }
    var body = words.join('').replace(/\s+/g, ' ').trim();
    return body.length > FIRST_WORDS ? body.slice(0, FIRST_WORDS).replace(/\s*\S*$/, '') + '…' : body;
  }

  function entry(slide, go) {
    var item = document.createElement('li');
    var button = item.appendChild(document.createElement('button'));
    var number = button.appendChild(document.createElement('span'));
    var title = button.appendChild(document.createElement('strong'));
    var words = button.appendChild(document.createElement('span'));
    button.type = 'button';
    button.className = 'bl-jumps__slide';
    number.className = 'bl-jumps__number';
    number.textContent = slide.place + 1;
    title.textContent = slide.title;
    words.textContent = told(slide);
    button.addEventListener('click', function () { go(slide.place); });
    return item;
  }

  window.balisePresenter.jumps = function (box, slides, go) {
    var list = box.querySelector('[data-bl-jump-list]');

    function leave(place) {
      box.close();
      go(place);
    }

    function fill() {
      slides.parts.forEach(function (part) {
        var title = list.appendChild(document.createElement('h3'));
        var items = list.appendChild(document.createElement('ol'));
        title.textContent = part.title;
        part.slides.forEach(function (slide) { items.appendChild(entry(slide, leave)); });
      });
    }

    box.querySelector('[data-bl-close]').addEventListener('click', function () { box.close(); });
    box.addEventListener('click', function (event) {
      if (event.target === box) { box.close(); }
    });
    return {
      works: typeof box.showModal === 'function',
      open: function (place) {
        if (!list.firstChild) { fill(); }
        var buttons = list.querySelectorAll('button');
        Array.prototype.forEach.call(buttons, function (one) { one.removeAttribute('aria-current'); });
        buttons[place].setAttribute('aria-current', 'true');
        box.showModal();
        buttons[place].focus();
        buttons[place].scrollIntoView({ block: 'center' });
      }
    };
  };
}());
