/* Covers the notes before the first of them is drawn: from here on, only the presenter uncovers them. */
window.balisePresenter = {};
document.documentElement.className += ' bl-scripted bl-covered';
