/* The page around the content: table of contents, menu. */
(function () {
  'use strict';

  document.documentElement.classList.add('bl-js');
  if (/[?&]project\b/.test(location.search)) { document.documentElement.classList.add('bl-project'); }

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
  }

  /* One menu open at a time; Escape, or anything done elsewhere, closes it. */
  function menus() {
    var all = document.querySelectorAll('.bl-drop');

    function close(but) {
      Array.prototype.forEach.call(all, function (menu) {
        if (menu !== but) { menu.open = false; }
      });
    }

    Array.prototype.forEach.call(all, function (menu) {
      menu.addEventListener('toggle', function () {
        if (menu.open) { close(menu); }
      });
      menu.addEventListener('keydown', function (event) {
        if (event.key === 'Escape' && menu.open) {
          menu.open = false;
          menu.querySelector('summary').focus();
        }
      });
    });
    ['click', 'focusin'].forEach(function (name) {
      document.addEventListener(name, function (event) {
        close(event.target.closest && event.target.closest('.bl-drop'));
      });
    });
  }

  contents();
  menus();
}());
