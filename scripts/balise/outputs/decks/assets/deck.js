/* Shows the slides one at a time. Without it, they follow each other on a page. */
(function () {
  "use strict";
  var deck = document.querySelector("[data-bl-deck]");
  if (!deck || typeof Reveal === "undefined" || /[?&]flat\b/.test(location.search)) { return; }
  deck.className += " reveal";
  Reveal.initialize({
    width: 1280,
    height: 720,
    hash: true,
    center: false,
    controls: false,
    transition: "none",
    help: false,
    jumpToSlide: false,
    postMessage: false,
    rtl: document.documentElement.dir === "rtl"
  });
})();
