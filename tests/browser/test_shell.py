"""What surrounds every page: languages, help, keyboard, room; and what no page may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import OPEN
from browser.course import first_page, modules, page_of, steps, telling
from browser.support import (
    DESK,
    EVERY_LOCALE,
    KINDS,
    LOCALES,
    PHONE,
    SMALLEST,
    activities,
    open_details,
    question,
    services,
)
from probes import sideways, walk

CLOSED = "3020"
STEP = next(kind for kind in KINDS if kind.startswith("learner-"))  # in a folder in a folder
# Without the colours of the page, only a line shows where to press, and only another line what was chosen.
UNLINED = """() => Array.from(document.querySelectorAll(
  'main button, .bl-button, .bl-choice label, a.bl-contact, .bl-header__help, .bl-leave, .bl-steps a, .bl-turn a'))
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .filter(one => {
    const style = getComputedStyle(one);
    const ground = getComputedStyle(document.body).backgroundColor;
    return !['Top', 'Bottom'].some(side => style[`border${side}Style`] !== 'none' &&
      parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Color`] !== ground);
  }).map(one => one.outerHTML.slice(0, 120))"""
MOVING = """press => {
  document.querySelector(press).click();
  const moves = document.getAnimations().map(one => one.effect.getComputedTiming().endTime);
  const slow = Array.from(document.querySelectorAll('*')).filter(one => {
    const style = getComputedStyle(one);
    return style.scrollBehavior === 'smooth' ||
      style.transitionDuration.split(',').some(time => parseFloat(time) > 0.001);
  });
  return moves.filter(time => time > 1).length + slow.length;
}"""
SMALL = """least => Array.from(document.querySelectorAll(
  'button, summary, select, textarea, .bl-choice label, .bl-button, a.bl-contact, ' +
  '.bl-header a, .bl-footer a, .bl-toc a, .bl-steps a, .bl-turn a, .bl-step__where a'))
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .map(one => [one.outerHTML.slice(0, 100), one.getBoundingClientRect()])
  .filter(([, box]) => box.height < least || box.width < least)
  .map(([what, box]) => `${what} ${box.width}×${box.height}`)"""


REFUSED = """() => new Promise(done => {
  document.addEventListener('securitypolicyviolation', event => done([Boolean(window.ran), event.effectiveDirective]));
  const script = document.createElement('script');
  script.textContent = 'window.ran = true';
  document.body.append(script);
})"""


def too_wide(page: Page) -> list[str]:
    """Return the widths at which a page, with all it unfolds, is wider than the window."""
    open_details(page)
    found = []
    for size in (PHONE, SMALLEST):
        page.set_viewport_size(size)
        if sideways(page):
            found.append(f"{page.url} at {size['width']}")
    return found


def colour(one: Locator) -> str:
    return str(one.evaluate("one => getComputedStyle(one).borderTopColor"))


def addresses(site: Path) -> list[str]:
    """Return every page but two: that for wrong addresses (test_servers.py) and that one leaves to (test_exit.py)."""
    found = (page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    return sorted(address for address in found if address not in ("404.html", "page.html"))


def test_arabic_reads_from_right_to_left_and_its_numbers_from_left_to_right(page: Page, served: str) -> None:
    page.goto(f"{served}/ar/law.html")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    brand, toc = page.locator(".bl-header__brand"), page.locator("main")
    assert brand.bounding_box()["x"] > page.viewport_size["width"] / 2 > 0  # type: ignore[index]
    expect(toc.locator("bdi[dir=ltr]", has_text="226-2-1").first).to_be_visible()


def deck_names() -> Iterator[str]:
    """Yield the name of every deck: a module, each of its cuts, and each quiz to practise outside its lessons."""
    for code, module in modules().items():
        yield code
        yield from (f"{code}-{cut['id']}" for cut in module.get("cuts", ()))
        placed = {one.get("quiz") for lesson in module["lessons"] for one in lesson["activities"]}
        practice = (quiz for quiz in module["quizzes"] if quiz.get("use", "practice") == "practice")
        yield from (f"{code}-quiz-{quiz['id']}" for quiz in practice if quiz["id"] not in placed)


def test_the_kinds_of_pages_tested_are_all_there_are(site: Path) -> None:
    known = {*KINDS.values(), *(f"teach/{module['slug']}.html" for module in modules().values())}
    known |= {path for code in modules() for path in (first_page(code), *(step.path for step in steps(code)))}
    sheets = {f"sheets/{code}-{quiz['id']}.html" for code, module in modules().items() for quiz in module["quizzes"]}
    decks = {f"{folder}/{name}.html" for folder in ("present", "teach/present") for name in deck_names()}
    built = {f"{locale}/{path}" for locale in EVERY_LOCALE for path in known | sheets | decks}
    assert set(addresses(site)) == {"index.html", *built}


@pytest.mark.parametrize("locale", ["fr", "ar", "uk"])  # mirrored, and with the longest words
def test_no_page_asks_another_origin_for_anything_nor_says_an_error_nor_scrolls_sideways(
    page: Page, served: str, site: Path, locale: str
) -> None:
    wide = []
    every = [address for address in addresses(site) if address.startswith("fr/") and "present/" not in address]
    every = [address for address in every if not re.match("fr/learn/.*/", address)]  # steps have their own test
    # The modules that have every type between them have every look of a slide.
    every += [f"fr/{folder}/{code}.html" for folder in ("present", "teach/present") for code in telling()]
    for address in every if locale == "fr" else [f"{locale}/{path}" for path in KINDS.values()]:
        page.goto(f"{served}/{address}")  # the fixture watches requests, the console, scripts and the policy
        wide += too_wide(page)
    assert wide == []


@pytest.mark.parametrize("code", modules())
def test_no_step_asks_another_origin_for_anything_nor_says_an_error_nor_scrolls_sideways(
    page: Page, served: str, code: str
) -> None:
    page.set_viewport_size(SMALLEST)  # there are many: those of every kind are seen in both sizes and more languages
    wide = []
    for step in steps(code):
        page.goto(f"{served}/fr/{step.path}")
        open_details(page)
        if sideways(page):
            wide.append(step.path)
    assert wide == []


def test_in_a_folder_no_page_asks_for_anything_it_does_not_find(page: Page, site: Path) -> None:
    for address in ("index.html", *(f"fr/{path}" for path in KINDS.values())):
        page.goto(f"{site.as_uri()}/{address}")


def test_no_page_scrolls_sideways_without_a_script(plain: Page, served: str) -> None:
    wide = []
    for path in KINDS.values():
        plain.goto(f"{served}/fr/{path}")
        wide += too_wide(plain)
    assert wide == []


POLICY = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def test_every_page_has_the_policy(site: Path) -> None:
    for address in addresses(site):
        head = (site / address).read_text(encoding="utf-8").partition("</head>")[0]
        (policy,) = POLICY.findall(head)
        assert "default-src 'none'" in policy, address
        assert "unsafe" not in policy, address


def test_the_policy_holds(browser: Browser, base: str) -> None:
    page = browser.new_page()
    page.goto(f"{base}/fr/index.html")
    assert page.evaluate(REFUSED) == [False, "script-src-elem"]
    page.close()


def test_the_first_page_offers_the_languages_without_a_script(plain: Page, base: str) -> None:
    plain.goto(f"{base}/index.html")
    expect(plain.get_by_role("link")).to_have_text(list(EVERY_LOCALE.values()))
    plain.get_by_role("link", name="English").click()
    expect(plain).to_have_url(f"{base}/en/index.html")
    expect(plain.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("kind", ["index", "help", "guide", "practice-sheet", "law", STEP])  # a folder of each depth
def test_changing_the_language_keeps_the_page(page: Page, served: str, kind: str) -> None:
    page.set_viewport_size(DESK)
    for start, end, name in (("fr", "en", "English"), ("en", "fr", "Français")):
        page.goto(f"{served}/{start}/{KINDS[kind]}")
        expect(page.locator("html")).to_have_attribute("lang", start)
        page.locator(".bl-header__languages > summary").click()
        page.locator(".bl-header__languages").get_by_role("link", name=name).click()
        expect(page).to_have_url(f"{served}/{end}/{KINDS[kind]}")
        expect(page.locator("html")).to_have_attribute("lang", end)
        expect(page.locator("h1")).to_have_count(1)


def test_the_menu_of_a_phone_opens_without_a_script_and_changes_the_language(plain: Page, base: str) -> None:
    plain.goto(f"{base}/fr/learn/a2.html")
    plain.locator(".bl-header__languages > summary").press("Enter")
    plain.get_by_role("link", name="English").click()
    expect(plain).to_have_url(f"{base}/en/learn/a2.html")


def test_one_menu_is_open_at_a_time_and_escape_gives_the_focus_back(page: Page, base: str) -> None:
    page.goto(f"{base}/fr/index.html")
    open_now = page.locator(".bl-drop[open]")
    for name in (".bl-menu", ".bl-header__languages", ".bl-reader"):
        page.locator(f"{name} > summary").press("Enter")
        expect(open_now).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(open_now).to_have_count(0)
    expect(page.locator(".bl-reader > summary")).to_be_focused()


@pytest.mark.parametrize("kind", KINDS)
def test_the_skip_link_comes_first_and_help_is_near(page: Page, served: str, kind: str) -> None:
    page.goto(f"{served}/fr/{KINDS[kind]}")
    leaving = page.locator(".bl-skip--leave").count()
    for _ in range(3 + leaving):  # the skip link, leaving where pupils read, the name of the site, help
        page.keyboard.press("Tab")
        if page.locator(".bl-skip:focus").count():
            expect(page.locator(".bl-skip:focus")).to_be_in_viewport()
    expect(page.locator(".bl-header__help")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served}/fr/help.html")


def test_the_skip_link_goes_to_the_content(page: Page, base: str) -> None:
    page.goto(f"{base}/fr/learn/a2.html")
    page.keyboard.press("Tab")
    expect(page.locator(".bl-skip").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.startswith(("learner", "help", "practice"))])
def test_what_is_touched_is_large_enough(page: Page, served: str, kind: str) -> None:
    page.goto(f"{served}/fr/{KINDS[kind]}")
    assert page.evaluate(SMALL, 43.9) == []
    open_details(page)
    page.locator(".bl-menu > summary").click()
    assert page.evaluate(SMALL, 43.9) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_the_colours_of_the_page_nothing_is_lost(opened: OPEN, served: str, scheme: str) -> None:
    page = opened(forced_colors="active", color_scheme=scheme)
    page.goto(f"{served}/fr/help.html")
    assert page.evaluate(UNLINED) == []
    assert list(walk(page)) == []  # every focus has its outline
    for path in (f"fr/{first_page('a2')}", question("single_choice").page):
        page.goto(f"{served}/{path}")
        open_details(page)
        assert page.evaluate(UNLINED) == []
    expect(page.locator(".bl-leave")).to_be_in_viewport()
    chosen, other = page.locator(".bl-choice label").nth(0), page.locator(".bl-choice label").nth(1)
    assert colour(chosen) == colour(other)
    chosen.locator("input").check()
    assert colour(chosen) != colour(other)


def test_nothing_moves_for_who_asked_for_less_motion(opened: OPEN, served: str) -> None:
    code, chat = activities("branching_chat")[0]
    press = ".bl-chat__choices button"
    for motion, moves in (("no-preference", True), ("reduce", False)):
        page = opened(reduced_motion=motion)
        page.goto(f"{served}/fr/{page_of(code, chat)}")
        assert bool(page.evaluate(MOVING, press)) is moves


@pytest.mark.parametrize("path", ["help.html", "sheets/a2-check.html", "services.html"])
def test_with_the_largest_text_nothing_scrolls_sideways(page: Page, served: str, path: str) -> None:
    for locale in ("fr", "ar"):
        page.goto(f"{served}/{locale}/{path}?read=3s")
        expect(page.locator("html")).to_have_class(re.compile("bl-size-3"))
        assert too_wide(page) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_help_page_calls_and_writes_to_services(plain: Page, base: str, locale: str) -> None:
    plain.goto(f"{base}/{locale}/help.html")
    expect(plain.locator(".bl-danger a[href='tel:17']")).to_be_visible()
    expect(plain.locator(".bl-danger a[href='sms:114']")).to_be_visible()
    french = [entry for entry in services() if entry["id"].startswith("fr.")]
    listed = [
        entry
        for entry in french
        if entry["status"] == "open" and plain.locator(f"#{entry['id'].replace('.', '-')}").count()
    ]
    assert {"fr.17", "fr.114", "fr.119", "fr.3018"} <= {entry["id"] for entry in listed}
    for entry in listed:
        card = plain.locator(f"#{entry['id'].replace('.', '-')}")
        for contact in entry.get("contacts", []):
            if contact["kind"] in ("phone", "sms"):
                scheme = "tel" if contact["kind"] == "phone" else "sms"
                link = card.locator(f"a[href='{scheme}:{contact['value'].replace(' ', '')}']")
                expect(link).to_be_visible()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_closed_number_is_nowhere_but_in_the_list_of_services_as_closed(
    page: Page, served: str, site: Path, locale: str
) -> None:
    for address in addresses(site):
        if address.startswith(f"{locale}/"):
            tree = html.parse(site / address).getroot()
            assert not re.search(rf"\b{CLOSED}\b", tree.text_content()), address
            assert not tree.xpath(f"//a[starts-with(@href, 'tel:{CLOSED}') or starts-with(@href, 'sms:{CLOSED}')]")
    page.goto(f"{served}/{locale}/services.html")
    closed = page.locator(f"#fr-{CLOSED}")
    expect(closed).to_contain_text("Fermé" if locale == "fr" else re.compile("[Cc]losed"))
    expect(closed.locator("a[href='services.html#fr-3018']").first).to_be_visible()
    expect(closed.locator("a[href^='tel:'], a[href^='sms:']")).to_have_count(0)
