/* What is done before the desk: until then no note is on the screen. */
(function () {
  'use strict';

  /* `alone` says whether there is a single screen; `begin(shown)` shows the desk, with the notes or without. */
  window.balisePresenter.launch = function (box, alone, begin) {
    function $(name) { return box.querySelector('[data-bl-' + name + ']'); }

    function insist(on) {
      $('insist').hidden = !on;
      $('choice').hidden = on;
      $(on ? 'unsure' : 'without').focus();
    }

    function single() { $('single').hidden = !alone(); }

    function leave(shown) {
      box.hidden = true;
      begin(shown);
    }

    $('show').addEventListener('click', function () {
      if (alone()) { insist(true); } else { leave(true); }
    });
    $('sure').addEventListener('click', function () { leave(true); });
    $('unsure').addEventListener('click', function () { insist(false); });
    $('without').addEventListener('click', function () { leave(false); });
    if (window.screen.addEventListener) { window.screen.addEventListener('change', single); }
    single();
    box.hidden = false;
  };
}());
