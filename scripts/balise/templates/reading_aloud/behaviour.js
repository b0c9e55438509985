/* Reading aloud with the browser's own voice, block by block. A voice that is not of this device would send the page
   away: it is never used, even for want of another. */
(function () {
  'use strict';

  var BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd, th, td, caption, blockquote, legend, label, summary, figcaption, div, section';
  var SILENT = 'button, select, textarea, script, style, [aria-hidden="true"], .bl-visually-hidden, .bl-chat p + p > b, [data-bl-leave]';
  var speech = window.speechSynthesis;
  var button = document.querySelector('[data-bl-aloud]');
  var stopper = document.querySelector('[data-bl-hush]');
  var main = document.querySelector('main');
  if (!speech || !window.SpeechSynthesisUtterance || !button || !main) { return; }
  var words = { start: button.textContent, pause: button.getAttribute('data-pause'), resume: button.getAttribute('data-resume') };
  var pieces = [];
  var at = 0;
  var state = 'stopped';
  var turn = 0;

  function short(language) {
    return (language || '').toLowerCase().split(/[-_]/)[0];
  }

  function voice(language) {
    return speech.getVoices().filter(function (one) {
      return one.localService === true && short(one.lang) === short(language);
    })[0];
  }

  function seen(element) {
    var folded = element.closest('details:not([open])');
    var summary = element.closest('summary');
    if (folded && !(summary && summary.parentNode === folded)) { return false; }
    return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden' && !element.closest(SILENT);
  }

  /* What there is to read, now: one piece for each run of text in the same block and the same language. */
  function gather() {
    var found = [];
    var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, null);
    while (walker.nextNode()) {
      var parent = walker.currentNode.parentElement;
      if (!/\S/.test(walker.currentNode.data) || !seen(parent)) { continue; }
      var block = parent.closest(BLOCKS) || main;
      var language = parent.closest('[lang]').lang;
      var last = found[found.length - 1];
      if (last && last.block === block && last.language === language) {
        last.text += walker.currentNode.data;
      } else {
        found.push({ block: block, language: language, text: walker.currentNode.data });
      }
    }
    return found.filter(function (one) { return voice(one.language); });
  }

  /* Begin with what is in front of the reader. */
  function first() {
    var top = document.querySelector('.bl-header').getBoundingClientRect().bottom;
    for (var n = 0; n < pieces.length; n += 1) {
      if (pieces[n].block.getBoundingClientRect().bottom > Math.max(top, 0)) { return n; }
    }
    return 0;
  }

  function mark(block) {
    var old = document.querySelector('.bl-said-aloud');
    if (old) { old.classList.remove('bl-said-aloud'); }
    if (block) {
      block.classList.add('bl-said-aloud');
      block.scrollIntoView({ block: 'nearest' });
    }
  }

  function become(name) {
    state = name;
    button.textContent = { stopped: words.start, paused: words.resume, reading: words.pause }[name];
    if (name === 'stopped' && document.activeElement === stopper) { button.focus(); }
    stopper.hidden = name === 'stopped';
  }

  function hush(name) {
    turn += 1;
    speech.cancel();
    if (name === 'stopped') { mark(null); }
    become(name);
  }

  function speak() {
    var piece = pieces[at];
    if (!piece) {
      hush('stopped');
      return;
    }
    var mine = turn;
    var utterance = new SpeechSynthesisUtterance(piece.text.replace(/\s+/g, ' ').trim());
    utterance.lang = piece.language;
    utterance.voice = voice(piece.language);
    utterance.onend = utterance.onerror = function () {
      if (mine !== turn) { return; }
      at += 1;
      speak();
    };
    mark(piece.block);
    speech.speak(utterance);
  }

  /* A pause is a stop that remembers: phones do not all know how to pause. */
  button.addEventListener('click', function () {
    if (state === 'reading') {
      hush('paused');
      return;
    }
    if (state === 'stopped') {
      pieces = gather();
      at = first();
    }
    become('reading');
    speak();
  });
  stopper.addEventListener('click', function () { hush('stopped'); });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && state !== 'stopped') { hush('stopped'); }
  });
  window.addEventListener('pagehide', function () { hush('stopped'); });

  function offer() {
    button.hidden = !voice(document.documentElement.lang);
  }

  if (speech.addEventListener) { speech.addEventListener('voiceschanged', offer); }
  offer();
}());
