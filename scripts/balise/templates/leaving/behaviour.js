/* Leaving at once: the link, or Shift three times by itself. Nothing is kept; nothing already kept is erased. */
(function () {
  'use strict';

  var LONGEST = 5000;
  var TIMES = 3;
  var root = document.documentElement;
  var link = document.querySelector('.bl-leave[data-bl-leave]');
  if (!link || root.classList.contains('bl-project')) { return; }
  var lights = document.createElement('span');
  var said = document.querySelector('[data-bl-leave-said]');
  var title = document.title;
  var pressed = 0;
  var alone = false;
  var waiting = 0;

  lights.className = 'bl-leave__lights';
  lights.setAttribute('aria-hidden', 'true');
  for (var n = 0; n < TIMES; n += 1) { lights.appendChild(document.createElement('i')); }
  link.appendChild(lights);
  show();

  function show() {
    lights.hidden = !pressed;
    Array.prototype.forEach.call(lights.children, function (light, place) {
      light.className = place < pressed ? 'bl-leave__lit' : '';
    });
  }

  function say(name) {
    said.textContent = name ? said.getAttribute('data-' + name) : '';
  }

  function forget(word) {
    window.clearTimeout(waiting);
    pressed = 0;
    show();
    say(word);
  }

  /* First hide, then go: a slow network must not leave the page in sight. */
  function leave() {
    var online = navigator.onLine && /^https?:$/.test(location.protocol);
    root.classList.add('bl-gone');
    document.title = link.hostname;
    if (window.speechSynthesis) { window.speechSynthesis.cancel(); }
    forget();
    location.replace(online ? link.href : link.getAttribute('data-bl-indoors'));
  }

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-bl-leave]')) {
      event.preventDefault();
      leave();
    }
  });

  /* Shift counts by itself only: not to type a capital, select, or change the keyboard's language. */
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Shift') {
      if (!event.repeat) { alone = !event.altKey && !event.ctrlKey && !event.metaKey; }
    } else {
      alone = false;
      if (pressed) { forget(); }
    }
  }, true);

  document.addEventListener('mousedown', function () { alone = false; }, true);

  document.addEventListener('keyup', function (event) {
    if (event.key !== 'Shift' || !alone) { return; }
    alone = false;
    pressed += 1;
    if (pressed >= TIMES) {
      leave();
      return;
    }
    show();
    say(TIMES - pressed);
    window.clearTimeout(waiting);
    waiting = window.setTimeout(function () { forget('over'); }, LONGEST);
  }, true);

  /* Coming back to a page the browser kept as it was: it must not stay white. */
  window.addEventListener('pageshow', function () {
    root.classList.remove('bl-gone');
    document.title = title;
  });
}());
