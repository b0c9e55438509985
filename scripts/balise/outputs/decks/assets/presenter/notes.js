/* The notes: covered until they are asked for, and again as soon as the room could read them. */
(function () {
  'use strict';

  function copy(notes, into) {
    Array.prototype.forEach.call(notes.childNodes, function (node) { into.appendChild(node.cloneNode(true)); });
  }

  /* `on.cover()` is called when they become covered or not. */
  window.balisePresenter.notes = function (desk, say, on) {
    var root = document.documentElement;
    var now = desk.querySelector('[data-bl-said-now]');
    var every = desk.querySelector('[data-bl-said-all]');
    var more = desk.querySelector('[data-bl-all]');
    var why = desk.querySelector('[data-bl-why]');
    var box = desk.querySelector('[data-bl-notes]');
    var covered = true;
    var sure = false;
    var part = null;
    var wanted = false; /* whether all notes were asked for */

    function cover(over, reason) {
      covered = over;
      sure = false;
      root.classList.toggle('bl-covered', covered);
      why.textContent = say('covered' + (reason ? '-' + reason : ''));
      on.cover();
    }

    /* Most slides only go on: then what was said when the activity began stays in sight, where it was being read. */
    function show(slide) {
      var goes = slide.notes.hasAttribute('data-bl-going-on');
      if (!(goes && part === slide.part && more.open)) { box.scrollTop = 0; }
      now.textContent = '';
      if (!goes) { copy(slide.notes, now); }
      if (part !== slide.part) { fill(slide.part); }
      part = slide.part;
      more.hidden = !every.firstChild;
      more.open = goes || wanted;
    }

    function fill(shown) {
      every.textContent = '';
      var before = '';
      shown.slides.forEach(function (one) {
        var said = one.notes.textContent;
        if (one.notes.hasAttribute('data-bl-going-on') || said === before) { return; }
        before = said;
        var title = every.appendChild(document.createElement('h3'));
        title.textContent = (one.place + 1) + '. ' + one.title;
        copy(one.notes, every);
      });
    }

    more.querySelector('summary').addEventListener('click', function () { wanted = !more.open; });

    /* A screen less, or this window over a whole screen: the room may be looking at it. */
    if (window.screen.addEventListener) {
      window.screen.addEventListener('change', function () {
        if (window.screen.isExtended === false && !covered) { cover(true, 'single'); }
      });
    }
    window.matchMedia('(display-mode: fullscreen)').addListener(function (query) {
      if (query.matches && !covered) { cover(true, 'full'); }
    });

    function alone() { return window.screen.isExtended === false; }

    /* With a single screen, asked for twice: whoever pressed a key by accident shows nothing. */
    function uncover() {
      if (!alone() || sure) {
        cover(false);
      } else {
        sure = true;
        why.textContent = say('sure');
        on.cover();
      }
    }

    return {
      show: show,
      cover: cover,
      uncover: uncover,
      covered: function () { return covered; },
      asked: function () { return sure; },
      alone: alone
    };
  };
}());
