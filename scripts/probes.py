"""What the browser tests and the audit look at a page with: axe, the keyboard, the width. The same eyes for both."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Any, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

OPEN = "document.querySelectorAll('main details').forEach(one => { one.open = true; })"

# Contrast, of texts and of links with the text around them, is most of what axe costs. Texts with the same colour,
# size, weight and grounds have the same contrast: one of each is enough.
LOOKS = """() => {
  document.activeElement.blur();  // the focus may rest on a link that covers the bar while it is there
  scrollTo({top: 0, behavior: 'instant'});  // a bar that stays would seem to make what it covers too small
  axe.configure({rules: [
    {id: 'color-contrast', selector: '[data-look]'}, {id: 'link-in-text-block', selector: 'a[href][data-look]'}]});
  const seen = new Set();
  const grounds = new Map([[null, '']]);
  const ground = at => {
    if (!grounds.has(at)) {
      const style = getComputedStyle(at);
      const own = style.backgroundColor + style.backgroundImage + style.opacity + style.position;
      const under = ground(at.parentElement);
      grounds.set(at, under.endsWith('|' + own) ? under : under + '|' + own);
    }
    return grounds.get(at);
  };
  for (const one of document.querySelectorAll('body *')) {
    one.removeAttribute('data-look');
    const said = Array.from(one.childNodes).some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!(said || one.matches('a, input, select, textarea')) || !one.checkVisibility({visibilityProperty: true}))
      continue;
    const own = getComputedStyle(one);
    const around = one.matches('a') ? getComputedStyle(one.parentElement).color + own.textDecorationLine : '';
    const look = [own.color, own.fontSize, own.fontWeight, own.textShadow, around, ground(one)].join('|');
    if (!seen.has(look)) one.setAttribute('data-look', '');
    seen.add(look);
  }
}"""
AXE = """async options => (await axe.run(options)).violations.map(
  one => [one.id, one.help, one.nodes.length, ...one.nodes.slice(0, 3).map(node => node.html.slice(0, 150))])"""
QUICK: dict[str, Any] = {"resultTypes": ["violations"], "selectors": False, "preload": False, "iframes": False}
EVERY_RULE = {**QUICK, "rules": {"target-size": {"enabled": True}}}
SEEN = {
    **QUICK,
    "runOnly": {"type": "rule", "values": ["color-contrast", "target-size", "scrollable-region-focusable"]},
}

# Looks at the focus each time Tab is about to move it, so that pressing the key is all a step costs.
# `under` is what covers the element with the focus: a bar that stays while the page scrolls. An element higher than
# the room there is must only be seen in part.
FOCUS = """() => {
  window.walked = [];
  const look = () => {
    const one = document.activeElement;
    const shown = one.closest('label') || one;
    const box = shown.getBoundingClientRect();
    const outlined = [one, shown].some(at => {
      const style = getComputedStyle(at);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const bar = at => {
      for (let up = at; up; up = up.parentElement)
        if (['sticky', 'fixed'].includes(getComputedStyle(up).position) && !up.contains(one)) return true;
      return false;
  };
    const line = shown.getClientRects()[0] || box;
    const places = [box.top + 3, box.bottom - 3].filter(y => y > 0 && y < innerHeight);
    const x = Math.min(Math.max(line.left + Math.min(line.width / 2, 20), 1), innerWidth - 1);
    const hidden = places.filter(y => bar(document.elementFromPoint(x, y)));
    const tall = box.height > innerHeight / 2;
    const under = hidden.length > 0 && (!tall || hidden.length === places.length && places.length > 1);
    const done = one === document.body || one.hasAttribute('data-walked');
    one.setAttribute('data-walked', '');
    return {what: one.outerHTML.slice(0, 120), done, outlined, under, inside};
  };
  addEventListener('keydown', event => { if (event.key === 'Tab') window.walked.push(look()); }, true);
}"""
STEPS = 20  # between two questions to the page
LEFT = """() => Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'))
  .filter(one => !one.hasAttribute('data-walked') && !one.disabled && one.tabIndex >= 0)
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest('[inert]'))
  .filter(one => one.type !== 'radio' || !document.querySelector(`[name="${CSS.escape(one.name)}"][data-walked]`))
  .map(one => one.outerHTML.slice(0, 120))"""
FAULTS = {"outlined": "no outline", "inside": "out of the window"}


SIZES: dict[str, ViewportSize] = {
    "360": {"width": 360, "height": 740},
    "1280": {"width": 1280, "height": 900},
    "400 %": {"width": 320, "height": 256},  # the room a window of 1280 × 1024 has when everything is four times larger
}


class Condition(NamedTuple):
    """One way to see a page."""

    scheme: Any
    width: str

    @property
    def size(self) -> ViewportSize:
        return SIZES[self.width]


CONDITIONS = [Condition(scheme, width) for scheme in ("light", "dark") for width in SIZES]


@cache
def axe_script() -> str:
    """Return axe-core, to be given to `add_init_script`: sent once, however many pages are opened."""
    return str(Axe().axe_script)


def see(page: Page, condition: Condition) -> None:
    """Give the page a size and colours."""
    page.set_viewport_size(condition.size)
    page.emulate_media(color_scheme=condition.scheme)


def objections(page: Page, rules: dict[str, Any] = EVERY_RULE) -> list[Any]:
    """Return what axe objects to on the page as it is seen now: rule, its words, how many elements, the first."""
    page.evaluate(LOOKS)
    found: list[Any] = page.evaluate(AXE, rules)
    return found


def sideways(page: Page) -> bool:
    """Tell whether the page is wider than its window."""
    return bool(page.evaluate("document.scrollingElement.scrollWidth > innerWidth"))


def walk(page: Page) -> Iterator[str]:
    """Press Tab from the top of the page to its end, and yield what is wrong with the focus; then what it missed."""
    page.evaluate(FOCUS)
    page.keyboard.press("Tab")
    stops: list[dict[str, Any]] = []
    while not any(at["done"] for at in stops):
        for _ in range(STEPS):
            page.keyboard.press("Tab")
        stops = page.evaluate("window.walked.slice(1)")  # the first was where Tab had not been pressed yet
    visited = list(takewhile(lambda at: not at["done"], stops))
    for at in visited:
        yield from (f"{words}: {at['what']}" for name, words in FAULTS.items() if not at[name])
        if at["under"]:
            yield f"under a bar: {at['what']}"
    if len(visited) < 5:
        yield f"only {len(visited)} elements reached"
    yield from (f"never reached: {what}" for what in page.evaluate(LEFT))
