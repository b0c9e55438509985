/* The page around the content: table of contents, menu. */
(function () {
  'use strict';

  document.documentElement.classList.add('bl-js');

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function contents() {
    var wide = window.matchMedia('(min-width: 64em)');
    each('[data-bl-toc]', function (box) {
      if (wide.matches) { box.open = true; }
      box.addEventListener('click', function (event) {
        if (event.target.tagName === 'A' && !wide.matches) { box.open = false; }
      });
    });
    each('.bl-menu', function (menu) {
      menu.addEventListener('keydown', function (event) {
        if (event.key === 'Escape' && menu.open) {
          menu.open = false;
          menu.querySelector('summary').focus();
        }
      });
    });
  }

  contents();
}());
