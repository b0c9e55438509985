"""What a room sees: one slide at a time, led by keys and hands; without a script, a page to read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Kept, Watch, watched
from browser.support import EVERY_LOCALE, PHONE, SMALLEST, activities, modules, telling
from probes import EVERY_RULE, SEEN, axe_script, objections, sideways

SQUARE = {"width": 1024, "height": 768}
WIDE = {"width": 1920, "height": 1080}
CHAT = activities("branching_chat")[0][0]
DEBATE = activities("moving_debate")[0][0]
QUIZ = next(code for code, module in modules().items() if any(quiz["use"] == "practice" for quiz in module["quizzes"]))
LOOKS = ("title", "note", "words", "list", "question", "vote", "law", "help", "end")


@pytest.fixture
def room(kept: Kept, watch: Watch) -> Iterator[Page]:
    """Return a page as large as a projector's."""
    with watched(kept.page("room", script=axe_script()), watch) as page:
        page.set_viewport_size(SQUARE)  # type: ignore[arg-type]
        yield page


def opened(page: Page, base: str, deck: str, slide: str = "", locale: str = "fr") -> None:
    page.goto(f"{base}/{locale}/present/{deck}.html{slide and f'#/{slide}'}")
    if slide:  # a page that was already there is not loaded again
        expect(shown(page)).to_have_attribute("id", slide)
    expect(shown(page)).to_have_attribute("data-bl-size", "2")


def shown(page: Page) -> Locator:
    return page.locator(".slides > .bl-slide:visible")


def at(page: Page) -> str:
    return str(shown(page).get_attribute("id"))


def number(page: Page) -> int:
    return int(shown(page).locator(".bl-slide__number").inner_text().split()[0])


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def first(page: Page, selector: str) -> str:
    """Return the id of the first slide that has something."""
    return str(page.locator(f".slides > .bl-slide:has({selector})").first.get_attribute("id"))


def seen_at(page: Page, *places: tuple[int, int]) -> set[str]:
    """Return the colours of what is on top at some places of the window."""
    look = "([x, y]) => getComputedStyle(document.elementFromPoint(x, y)).backgroundColor"
    return {page.evaluate(look, list(place)) for place in places}


def test_keys_and_remote_controls_lead_from_slide_to_slide(room: Page, base: str) -> None:
    opened(room, base, QUIZ)
    count = room.locator(".slides > .bl-slide").count()
    assert (at(room), number(room)) == ("title", 1)
    expect(shown(room)).to_have_count(1)
    press(room, "ArrowRight", "PageDown", " ", "ArrowDown")
    assert number(room) == 5
    room.wait_for_url(f"**/*#/{at(room)}")
    said = room.locator("[aria-live=polite]")
    expect(said).to_contain_text(shown(room).locator("h2").inner_text())
    press(room, "ArrowLeft", "PageUp", "Shift+ ")
    assert number(room) == 2
    press(room, "End")
    assert number(room) == count
    press(room, "PageDown")
    assert number(room) == count
    press(room, "Home")
    assert number(room) == 1
    expect(room.get_by_role("application")).to_have_count(0)


# The window hears that a page is read after the page itself does: its slides are there, Reveal is not ready yet.
HASTY = """() => addEventListener('DOMContentLoaded', () =>
  document.dispatchEvent(new KeyboardEvent('keydown', {key: 'PageDown', bubbles: true})))"""


def test_a_key_pressed_before_the_slides_are_ready_goes_on_from_the_slide_of_the_address(
    kept: Kept, watch: Watch, base: str
) -> None:
    with watched(kept.page("hasty", script=f"({HASTY})()"), watch) as page:
        page.set_viewport_size(SQUARE)  # type: ignore[arg-type]
        page.goto(f"{base}/fr/present/{QUIZ}.html#/rules")
        expect(shown(page)).to_have_attribute("data-bl-size", "2")
        assert at(page) == page.locator("#rules + .bl-slide").get_attribute("id")


ENDS = """line => [0, line.textContent.length - 1].map(from => {
  const range = new Range();
  range.setStart(line.firstChild, from);
  range.setEnd(line.firstChild, from + 1);
  return range.getBoundingClientRect().left;
})"""


def test_in_arabic_the_left_arrow_goes_on_and_numbers_read_from_left_to_right(room: Page, served: str) -> None:
    opened(room, served, QUIZ, locale="ar")
    press(room, "ArrowLeft", "ArrowLeft", "ArrowRight")
    assert number(room) == 2
    count = room.locator(".slides > .bl-slide").count()
    places = shown(room).locator(".bl-slide__number bdi").evaluate(ENDS)
    assert shown(room).locator(".bl-slide__number").inner_text() == f"2 / {count}"
    assert places[0] < places[1]


def test_a_finger_turns_slides_both_ways(kept: Kept, watch: Watch, served: str) -> None:
    swipe = """([from, to]) => { const deck = document.querySelector('.bl-deck');
        const touch = (x, y) => new Touch({identifier: 1, target: deck, clientX: x, clientY: y});
        deck.dispatchEvent(new TouchEvent('touchstart', {touches: [touch(from, 300)]}));
        deck.dispatchEvent(new TouchEvent('touchend', {changedTouches: [touch(to, 310)]})); }"""
    with watched(kept.page("touch", has_touch=True), watch) as page:
        page.set_viewport_size(SQUARE)  # type: ignore[arg-type]
        for locale, (on, back) in {"fr": ([600, 300], [300, 600]), "ar": ([300, 600], [600, 300])}.items():
            opened(page, served, QUIZ, locale=locale)
            for way, expected in ((on, 2), (on, 3), (back, 2), ([300, 310], 2)):
                page.evaluate(swipe, way)
                assert number(page) == expected, locale


@pytest.mark.parametrize("key", ["b", "."])
def test_black_hides_everything_until_any_key(room: Page, served: str, key: str) -> None:
    opened(room, served, QUIZ, "rules")
    everywhere = ((5, 5), (512, 384), (1000, 384), (1000, 760))
    press(room, key)
    room.mouse.move(1000, 384)  # the commands are there
    assert seen_at(room, *everywhere) == {"rgb(0, 0, 0)"}
    press(room, "PageDown")
    assert "rgb(0, 0, 0)" not in seen_at(room, *everywhere)
    assert at(room) == "rules"
    press(room, "o", "Escape", key)
    assert seen_at(room, *everywhere) == {"rgb(0, 0, 0)"}


def test_every_slide_at_a_glance_and_to_one_of_them(room: Page, served: str) -> None:
    opened(room, served, QUIZ, "rules")
    press(room, "o")
    glance = room.get_by_role("navigation", name="Vue d’ensemble")
    expect(glance.get_by_role("link")).to_have_count(room.locator(".slides > .bl-slide").count())
    expect(glance.locator("[aria-current]")).to_be_focused()
    beside = glance.get_by_role("link").evaluate_all(
        "all => all.slice(0, 3).map(one => one.getBoundingClientRect().top)"
    )
    assert len(set(beside)) == 1  # several a line
    start = number_of(glance)
    press(room, "ArrowRight", "ArrowRight", "ArrowLeft", "Enter")
    expect(glance).to_have_count(0)
    assert number(room) == start + 1
    press(room, "Escape")
    expect(glance).to_have_count(1)
    glance.get_by_role("link").nth(7).click()
    assert number(room) == 8
    press(room, "o", "Escape")
    expect(glance).to_have_count(0)
    assert number(room) == 8


def number_of(glance: Locator) -> int:
    return int(glance.locator("[aria-current] .bl-glance__name bdi").inner_text())


def test_another_language_one_key_away_at_the_same_slide(room: Page, base: str) -> None:
    opened(room, base, QUIZ, "rules")
    seen = set()
    for _ in EVERY_LOCALE:
        before = room.url
        press(room, "l")
        room.wait_for_url(lambda url, before=before: url != before)
        expect(shown(room)).to_have_attribute("id", "rules")
        seen.add(room.locator("html").get_attribute("lang"))
    assert seen == set(EVERY_LOCALE)
    assert room.locator("html").get_attribute("lang") == "fr"


def test_what_is_cut_elsewhere_in_another_language_is_found_again(room: Page, served: str) -> None:
    opened(room, served, QUIZ)
    known = room.locator(".bl-slide[id^=content-note]").evaluate_all("all => all.map(one => one.id)")
    for asked, found in {
        "content-note--c9": known[-1],
        "rules--options--c3": "rules",
        "no-such-slide": "title",
        "%E0%A4%A": "title",
    }.items():
        opened(room, served, QUIZ)
        room.goto("about:blank")
        room.goto(f"{served}/fr/present/{QUIZ}.html#/{asked}")
        expect(shown(room)).to_have_attribute("id", found)


def widths(page: Page, which: str = ".bl-tally__bar") -> list[float]:
    found: list[float] = (
        shown(page).locator(which).evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    )
    return found


def counts(page: Page, which: str = "") -> list[str]:
    return shown(page).locator(f".bl-tally{which}:visible .bl-tally__count").all_inner_texts()


AZERTY = """() => document.dispatchEvent(new KeyboardEvent('keydown', {key: '&', code: 'Digit1', bubbles: true}))"""


def test_hands_are_counted_with_digits_and_shown_as_bars(room: Page, served: str) -> None:
    opened(room, served, f"{QUIZ}-quiz-check")
    opened(room, served, f"{QUIZ}-quiz-check", first(room, "[data-bl-correct]"))
    letters = shown(room).locator(".bl-ballot__letter").all_inner_texts()
    assert letters == list("ABCDEF"[: len(letters)])
    assert counts(room) == []
    height = shown(room).locator(".bl-ballots").bounding_box()
    press(room, *"111222", "2", "2")
    room.evaluate(AZERTY)
    press(room, "Shift+Digit2")
    assert counts(room)[:2] == ["4", "4"]
    press(room, "2", "1", "Backspace")
    assert counts(room)[:2] == ["4", "5"]
    assert shown(room).locator(".bl-ballots").bounding_box() == height
    bars = widths(room)
    assert bars[1] == pytest.approx(bars[0] * 5 / 4, rel=0.02)
    assert max(bars[2:], default=0) < 1
    expect(shown(room).get_by_role("img", name="Votes pour B : 5")).to_have_count(1)
    press(room, "ArrowRight", "ArrowLeft")
    assert counts(room)[:2] == ["4", "5"]
    press(room, "0")
    assert counts(room) == []


OUTFITS = """all => new Set(all.map(one => {
  const style = getComputedStyle(one);
  return [style.fontWeight, style.borderTopColor, style.borderTopStyle, style.backgroundColor].join();
})).size"""


def test_the_key_is_never_seen_before_it_is_asked_for(room: Page, served: str) -> None:
    opened(room, served, f"{QUIZ}-quiz-check")
    opened(room, served, f"{QUIZ}-quiz-check", first(room, "[data-bl-correct]"))
    ballots = shown(room).locator(".bl-ballot")
    tick = shown(room).get_by_text("Bonne réponse")
    press(room, "1", "2")
    assert ballots.evaluate_all(OUTFITS) == 1
    expect(tick.locator("visible=true")).to_have_count(0)
    press(room, "k")
    right = shown(room).locator("[data-bl-correct=yes]")
    expect(tick.locator("visible=true")).to_have_count(right.count())
    expect(right.first).to_have_css("font-weight", "700")
    assert ballots.evaluate_all(OUTFITS) == 2
    press(room, "k")
    assert ballots.evaluate_all(OUTFITS) == 1
    press(room, "Home", "k")
    assert number(room) == 1


def test_a_debate_is_counted_twice_and_both_are_seen(room: Page, served: str) -> None:
    opened(room, served, DEBATE)
    opened(room, served, DEBATE, first(room, "[data-bl-rounds='2']"))
    press(room, *"1112")
    assert counts(room)[:2] == ["3", "1"]
    press(room, "v", *"12222")
    assert counts(room, "--first")[:2] == ["3", "1"]
    assert counts(room, "--second")[:2] == ["1", "4"]
    assert shown(room).locator(".bl-tally__when:visible").all_inner_texts()[:2] == ["Avant", "Après"]
    before, after = widths(room, ".bl-tally--first .bl-tally__bar"), widths(room, ".bl-tally--second .bl-tally__bar")
    assert before[0] > after[0] > 0
    assert after[1] > before[1] > 0


FORKS = """all => all.filter(one => new Set(Array.from(one.children, card => card.dataset.blLeads)).size > 1)
  .map(one => one.closest('.bl-slide').id)"""


def test_a_conversation_goes_where_the_class_votes_and_back_the_same_way(room: Page, served: str) -> None:
    opened(room, served, CHAT)
    forks = room.locator(".bl-ballots").evaluate_all(FORKS)
    opened(room, served, CHAT, forks[0])
    vote = at(room)
    leads = shown(room).locator(".bl-ballot").evaluate_all("all => all.map(one => one.dataset.blLeads)")
    other = next(place for place, lead in enumerate(leads) if lead != leads[0])
    press(room, "1", str(other + 1), str(other + 1), "PageDown")
    assert at(room) == leads[other]
    press(room, "PageDown", "PageUp", "PageUp")
    assert at(room) == vote
    room.evaluate("lead => balise.room.go(document.getElementById(lead).previousElementSibling)", leads[other])
    before = at(room)
    press(room, "PageDown", "PageUp")
    assert at(room) == before  # the way that was gone back is forgotten
    room.evaluate("vote => balise.room.go(document.getElementById(vote))", vote)
    shown(room).locator(".bl-ballot").first.click()
    assert at(room) == leads[0]
    press(room, "ArrowLeft", "0", "PageDown")
    assert at(room) == room.locator(f"[id='{vote}']").get_attribute("data-bl-follows")
    press(room, "PageUp", "Tab", "Enter")
    assert at(room) == leads[0]


def test_after_an_ending_the_conversation_is_over(room: Page, served: str) -> None:
    opened(room, served, CHAT)
    end = room.locator(".bl-slide:not(:has(.bl-ballot))[data-bl-follows]").first
    activity, follows = end.get_attribute("data-bl-activity"), end.get_attribute("data-bl-follows")
    opened_at = str(end.get_attribute("id"))
    room.goto("about:blank")
    room.goto(f"{served}/fr/present/{CHAT}.html#/{opened_at}")
    press(room, "PageDown")
    assert at(room) == follows
    assert shown(room).get_attribute("data-bl-activity") != activity
    press(room, "PageUp")
    assert at(room) == opened_at


def test_a_remote_control_never_reloads_the_page_and_shift_never_leaves_it(room: Page, base: str) -> None:
    opened(room, base, QUIZ, "rules")
    room.evaluate("window.stays = true")
    press(room, "F5", "Shift", "Shift", "Shift", "Shift")
    room.wait_for_timeout(1)
    assert room.evaluate("window.stays") is True
    assert at(room) == "rules"
    assert room.locator("[data-bl-leave]").count() == 0


def test_commands_come_with_the_pointer_and_hide_no_word(room: Page, served: str) -> None:
    opened(room, served, QUIZ, "rules")
    bar = room.get_by_role("navigation", name="Commandes de la présentation")
    expect(bar).to_have_css("opacity", "0")
    room.mouse.move(500, 300)
    expect(bar).to_have_css("opacity", "1")
    for size in (SQUARE, WIDE, {"width": 1280, "height": 720}):
        room.set_viewport_size(size)  # type: ignore[arg-type]
        left = bar.get_by_role("button").first.bounding_box()
        body = shown(room).locator(".bl-slide__body").bounding_box()
        assert left
        assert body
        assert left["x"] >= body["x"] + body["width"]
    room.mouse.move(500, 310)
    bar.get_by_role("button", name="Diapositive suivante").click()
    after = number(room)
    press(room, " ")  # goes on: the button that was clicked has not kept the keys
    assert number(room) == after + 1
    expect(bar.get_by_role("button", name="Montrer la réponse")).to_have_count(0)


@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_axe_objects_to_nothing_in_the_room(room: Page, served: str, locale: str) -> None:
    opened(room, served, DEBATE, locale=locale)
    for look in LOOKS:
        room.evaluate("look => balise.room.go(document.querySelector('.bl-slide--' + look))", look)
        press(room, *"112", "v", "2", "k")
        room.mouse.move(500, 300)
        assert objections(room, EVERY_RULE if look in ("title", "vote") else SEEN) == [], look
    press(room, "o")
    assert objections(room) == []
    press(room, "Escape", "b")
    assert objections(room) == []
    for scheme in ("light", "dark"):
        room.emulate_media(color_scheme=scheme)
        room.goto(f"{served}/{locale}/present/{DEBATE}.html?flat")
        assert objections(room) == [], scheme


FITS = """() => {
  const faults = [];
  for (const one of document.querySelectorAll('.slides > .bl-slide')) {
    one.hidden = false;
    Object.assign(one.style, {display: 'grid', visibility: 'visible'});
    balise.fit(one);
    const body = one.querySelector('.bl-slide__body'), box = body.getBoundingClientRect();
    const foot = one.querySelector('.bl-slide__foot'), letters = parseFloat(getComputedStyle(body).fontSize);
    const over = Array.from(body.querySelectorAll('*')).some(part => {
      const at = part.getBoundingClientRect();
      return at.width && !part.closest('.bl-ballot__leads, .bl-right') &&
        (at.bottom > box.bottom + 1 || at.top < box.top - 1 || at.right > box.right + 3 || at.left < box.left - 3);
    });
    const low = foot && foot.getBoundingClientRect().top < box.bottom - 1;
    const small = letters / one.clientWidth * 1280 < 30;
    if (over || low || small) faults.push([one.id, over, low, small]);
    one.style.display = '';
    one.hidden = true;
  }
  return faults;
}"""


@pytest.mark.parametrize("locale", ["fr", "ar"])
@pytest.mark.parametrize("size", [SQUARE, WIDE], ids=["square", "wide"])
def test_every_slide_fits_in_large_letters(room: Page, served: str, size: dict[str, int], locale: str) -> None:
    room.set_viewport_size(size)  # type: ignore[arg-type]
    for code in sorted({*list(telling())[:2], DEBATE}):
        opened(room, served, code, locale=locale)
        assert room.evaluate(FITS) == [], code


def test_slides_follow_the_shape_of_the_window_and_the_letters_its_width(room: Page, served: str) -> None:
    opened(room, served, QUIZ, "rules")
    sizes = {(1024, 768): (1024, 768), (1280, 720): (1280, 720), (1600, 720): (1280, 720), (768, 1024): (768, 576)}
    letters = set()
    for (width, height), expected in sizes.items():
        room.set_viewport_size({"width": width, "height": height})
        box = shown(room).bounding_box()
        assert box
        assert (round(box["width"]), round(box["height"])) == expected
        letters.add(
            round(
                shown(room).locator("h2").evaluate("one => parseFloat(getComputedStyle(one).fontSize)") / expected[0], 3
            )
        )
    assert len(letters) == 1


def test_without_a_script_every_slide_is_read_on_a_page(plain: Page, base: str) -> None:
    for size in (PHONE, SMALLEST):
        plain.set_viewport_size(size)
        plain.goto(f"{base}/fr/present/{CHAT}.html")
        assert not sideways(plain)
    expect(plain.get_by_role("heading", level=1)).to_be_visible()
    slides = plain.locator(".bl-slide")
    tops = slides.evaluate_all(
        "all => all.map(one => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom])"
    )
    assert all(before[1] <= after[0] for before, after in pairwise(tops))
    expect(plain.locator(".bl-slide h2:visible")).to_have_count(slides.count())
    lead = plain.locator(".bl-ballot__leads").first
    lead.click()
    assert plain.url.endswith(str(lead.get_attribute("href")))
    plain.get_by_role("link", name="العربية").click()
    expect(plain).to_have_url(f"{base}/ar/present/{CHAT}.html")
    assert not sideways(plain)


def test_on_a_telephone_the_page_is_read_and_a_larger_window_shows_slides(room: Page, served: str) -> None:
    room.set_viewport_size(PHONE)
    room.goto(f"{served}/fr/present/{QUIZ}.html")
    expect(room.locator(".bl-slide h2:visible")).to_have_count(room.locator(".slides > .bl-slide").count())
    room.set_viewport_size(SQUARE)  # type: ignore[arg-type]
    expect(shown(room)).to_have_count(1)


def test_printed_from_the_room_every_slide_is_there_and_nothing_else(room: Page, served: str) -> None:
    opened(room, served, CHAT, "rules")
    count = room.locator(".slides > .bl-slide").count()
    room.mouse.move(500, 300)
    for state in ("", "o", "Escape", "b"):
        if state:
            press(room, state)
        room.emulate_media(media="print")
        expect(shown(room)).to_have_count(count)
        expect(room.locator(".bl-bar:visible, .bl-glance:visible, .pause-overlay:visible")).to_have_count(0)
        tops = shown(room).evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
        assert tops == sorted(set(tops))
        assert room.locator("h1").bounding_box()["height"] > 10  # type: ignore[index]
        room.emulate_media(media="screen")


OPENER = """name => {
  window.heard = [];
  addEventListener('message', event => window.heard.push(event.data));
  window.room = open(name, 'balise-test');
}"""


def test_the_room_obeys_the_window_that_opened_it_and_no_other(kept: Kept, watch: Watch, base: str) -> None:
    with watched(kept.page("opener"), watch) as page:
        page.goto(f"{base}/fr/teach/present/{QUIZ}.html")
        with page.expect_popup() as popup:
            page.evaluate(OPENER, f"{base}/fr/present/{QUIZ}.html")
        room = popup.value
        room.set_viewport_size(SQUARE)
        expect(shown(room)).to_have_count(1)  # until its script has begun, every slide is there
        expect(shown(room)).to_have_attribute("id", "title")

        def tell(kind: str, deck: str = QUIZ, **said: object) -> None:
            page.evaluate("said => room.postMessage(said, '*')", {"balise": 1, "deck": deck, "type": kind, **said})

        tell("go", slide="rules--options--c9")
        expect(shown(room)).to_have_attribute("id", "rules")
        tell("go", deck="another", slide="title")
        room.evaluate("said => postMessage(said, '*')", {"balise": 1, "deck": QUIZ, "type": "go", "slide": "title"})
        tell("black", on=True)
        expect(room.locator(".reveal.paused")).to_have_count(1)
        assert at(room) == "rules"
        tell("black", on=False)
        expect(room.locator(".reveal.paused")).to_have_count(0)
        vote = first(room, ".bl-ballots")
        tell("votes", slide=vote, round=1, counts={"A": 3, "B": -2, "C": "x"})
        tell("go", slide=vote)
        expect(shown(room)).to_have_attribute("id", vote)
        assert counts(room)[:2] == ["3", "0"]
        room.keyboard.press("Home")
        page.wait_for_function("() => heard.some(one => one.type === 'here' && one.black)")
        page.wait_for_function("() => heard[heard.length - 1].slide === 'title'")
        page.evaluate("heard = []")
        tell("who")
        page.wait_for_function("() => heard.length")
        here = page.evaluate("heard[0]")
        assert here == {
            "balise": 1, "deck": QUIZ, "type": "here", "slide": "title",
            "black": False, "full": False, "language": "fr", "key": False,
        }  # fmt: skip
        tell("language", tag="ar")
        page.wait_for_function("() => heard[heard.length - 1].language === 'ar'")
        expect(room.locator("html")).to_have_attribute("lang", "ar")
        room.close()


def test_no_note_is_anywhere_in_what_the_room_is_sent(room: Page, served: str) -> None:
    for code in telling():
        room.goto(f"{served}/fr/teach/present/{code}.html")
        notes = {
            words
            for words in room.locator(".bl-present__notes p, .bl-present__notes li").all_inner_texts()
            if len(words) > 40
        }
        assert len(notes) > 5
        source = room.request.get(f"{served}/fr/present/{code}.html").text()
        slides = room.evaluate(
            "source => new DOMParser().parseFromString(source, 'text/html').body.textContent", source
        )
        assert [words for words in notes if words in slides] == []
