"""Two windows: the presenter's, with the notes, leads the room's, which has none. On a server and from a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OPEN, Watch
from browser.support import activities
from probes import EVERY_RULE, SEEN, Condition, axe_script, objections, see, sideways, walk

DESK = {"width": 1280, "height": 720}
# What a browser says of the machine: no machine of tests has two screens.
SCREENS = (
    """Object.defineProperty(Screen.prototype, 'isExtended', {get: () => window.screens !== 1, configurable: true})"""
)
CHAT = activities("branching_chat")[0][0]
QUIZ = f"{CHAT}-quiz-check"
"""A small deck: votes with a key."""
Start = Callable[..., "Windows"]


@dataclass
class Windows:
    """The window of the presenter and, once it is open, that of the room."""

    presenter: Page
    watch: Watch
    room: Page | None = None

    def open(self, button: str = ".bl-launch [data-bl-open]") -> Page:
        """Open the room's window and wait until both know each other."""
        with self.presenter.context.expect_page() as opened:
            self.presenter.locator(button).click()
        self.room = opened.value
        self.watch.on(self.room)
        expect(self.presenter.locator(f"{button.split(maxsplit=1)[0]} [data-bl-room-said]")).to_contain_text(
            "ouvertes."
        )
        return self.room

    def begin(self) -> Page:
        """Show the notes."""
        self.presenter.locator("[data-bl-show]").click()
        return self.presenter

    def both(self) -> tuple[Page, Page]:
        """Open the room's window, show the notes, and return both windows, the room's first."""
        return self.open(), self.begin()

    def go(self, selector: str) -> str:
        """Go to the first slide that has such an element, by the list, and return its id."""
        ids = self.presenter.eval_on_selector_all(
            "[data-bl-slide]",
            "(all, what) => all.map(one => [one.dataset.blSlide, one.matches(what) || !!one.querySelector(what)])",
            selector,
        )
        place = next(number for number, (_, there) in enumerate(ids) if there)
        self.presenter.locator("[data-bl-list]").click()
        self.presenter.locator(".bl-jumps__slide").nth(place).click()
        return str(ids[place][0])

    def both_show(self, name: str) -> None:
        """Check that both windows are at a slide."""
        assert self.room
        expect(shown(self.room)).to_have_attribute("id", name)
        expect(self.presenter.locator("[data-bl-place]")).to_have_text(
            f"{number(self.presenter, name)} / {count(self.presenter)}"
        )


def shown(room: Page) -> Locator:
    return room.locator(".slides > .present")


def ids(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all("[data-bl-slide]", "all => all.map(one => one.dataset.blSlide)")
    return found


def number(page: Page, name: str) -> int:
    return ids(page).index(name) + 1


def count(page: Page) -> int:
    return page.locator("[data-bl-slide]").count()


def place(page: Page) -> int:
    return int(page.locator("[data-bl-place]").inner_text().split("/")[0])


@pytest.fixture
def start(opened: OPEN, watch: Watch, served: str) -> Start:
    """Return a function that opens the presenter's page of a deck, on a machine with two screens."""

    def begin(deck: str = QUIZ, *, at: str = "", locale: str = "fr", script: str = SCREENS, **options: Any) -> Windows:
        page = opened(**{"viewport": DESK, **options})
        if script:
            page.add_init_script(script)
        page.goto(f"{at or served}/{locale}/teach/present/{deck}.html")
        return Windows(page, watch)

    return begin


def test_the_room_is_opened_led_and_followed(start: Start, base: str) -> None:
    windows = start(at=base)
    room, presenter = windows.both()
    names = ids(presenter)
    for key, to in (
        ("ArrowRight", 1),
        (" ", 2),
        ("PageDown", 3),
        ("PageUp", 2),
        ("ArrowLeft", 1),
        ("End", -1),
        ("Home", 0),
    ):
        presenter.locator("body").press(key)
        windows.both_show(names[to])
    presenter.get_by_role("button", name="Suivante").click()
    windows.both_show(names[1])
    room.keyboard.press("ArrowRight")
    windows.both_show(names[2])
    room.keyboard.press("PageUp")
    windows.both_show(names[1])
    presenter.locator("body").press("b")
    expect(room.locator(".pause-overlay")).to_be_visible()
    expect(presenter.get_by_text("Écran noir", exact=True).first).to_be_visible()
    room.keyboard.press("a")  # any key in the room brings the light back, and the presenter sees it
    expect(presenter.locator(".bl-mini__black")).to_be_hidden()


def test_help_is_one_button_away_and_so_is_the_way_back(start: Start) -> None:
    windows = start()
    _, presenter = windows.both()
    here = windows.go(".bl-slide--vote")
    presenter.get_by_role("button", name="Montrer l’aide").click()
    windows.both_show("help")
    presenter.get_by_role("button", name=f"Revenir à la diapositive {number(presenter, here)}").click()
    windows.both_show(here)


def test_no_note_is_seen_before_it_is_asked_for_and_one_key_covers_them(start: Start) -> None:
    windows = start()
    presenter = windows.presenter
    note = presenter.locator(".bl-present__notes").first.text_content() or ""
    assert note.strip()
    expect(presenter.get_by_text(note).locator("visible=true")).to_have_count(0)
    windows.begin()
    expect(presenter.get_by_text(note).locator("visible=true")).to_have_count(1)
    presenter.locator("body").press("h")
    expect(presenter.get_by_text(note).locator("visible=true")).to_have_count(0)
    expect(presenter.locator("[data-bl-after]")).to_be_hidden()  # the answer may be on the next slide
    presenter.locator("body").press("h")
    expect(presenter.get_by_text(note).locator("visible=true")).to_have_count(1)
    presenter.evaluate("window.screens = 1; screen.dispatchEvent(new Event('change'))")
    expect(presenter.get_by_text(note).locator("visible=true")).to_have_count(0)
    expect(presenter.get_by_text("l’ordinateur n’a plus qu’un seul écran")).to_be_visible()


def test_with_a_single_screen_the_notes_stay_covered_until_one_insists(start: Start) -> None:
    windows = start(script="")
    presenter = windows.presenter
    note = presenter.get_by_text(presenter.locator(".bl-present__notes").first.text_content() or "").locator(
        "visible=true"
    )
    expect(presenter.get_by_text("Cet ordinateur n’a qu’un seul écran")).to_be_visible()
    presenter.locator("[data-bl-show]").click()
    expect(presenter.get_by_text("Êtes-vous la seule personne")).to_be_visible()
    presenter.get_by_role("button", name="Non", exact=True).click()
    presenter.get_by_role("button", name="Continuer sans afficher mes notes").click()
    expect(note).to_have_count(0)
    presenter.locator("body").press("h")
    expect(note).to_have_count(0)
    presenter.get_by_role("button", name="Oui, afficher mes notes").click()
    expect(note).to_have_count(1)


def test_no_word_of_the_notes_is_in_what_the_room_opens(site: Path) -> None:
    looked = 0
    for page in sorted(page for locale in ("fr", "ar") for page in (site / locale).glob("teach/present/*.html")):
        opened = (site / page.parts[-4] / "present" / page.name).read_text(encoding="utf-8")
        room = html.document_fromstring(opened)
        text = " ".join(room.text_content().split())
        seen = {" ".join(one.text_content().split()) for one in room.xpath("//*[@class='slides']/section//*")}
        for note in html.parse(page).xpath(
            "//*[contains(@class, 'bl-present__notes')]//*[self::p or self::li][not(*)]"
        ):
            said = " ".join(note.text_content().split())
            if len(said.split()) > 3 and said not in seen:
                looked += 1
                assert said not in text, (page, said)
        assert "bl-present" not in opened
    assert looked > 1000


def test_hands_are_counted_in_one_window_and_seen_in_the_other(start: Start) -> None:
    windows = start()
    room, presenter = windows.both()
    name = windows.go("[data-bl-correct]")
    windows.both_show(name)
    counts = shown(room).locator(".bl-tally__count:visible")
    presenter.get_by_label("Votes pour A", exact=True).fill("7")
    presenter.get_by_role("button", name="Un vote de plus pour B").click()
    presenter.get_by_role("button", name="Un vote de plus pour B").click()
    presenter.get_by_role("button", name="Un vote de moins pour B").click()
    expect(counts).to_have_text(["7", "1", *["0"] * (counts.count() - 2)])
    expect(presenter.get_by_text("Total : 8")).to_be_visible()
    presenter.get_by_label("Votes pour A", exact=True).press("b")  # typed in a field: no command
    expect(room.locator(".pause-overlay")).to_be_hidden()
    right = shown(room).locator(".bl-right:visible")
    expect(right).to_have_count(0)
    presenter.get_by_role("button", name="Montrer la réponse").click()
    expect(right).not_to_have_count(0)
    room.keyboard.press("k")
    expect(right).to_have_count(0)
    expect(presenter.get_by_role("button", name="Montrer la réponse")).to_be_visible()


def test_people_may_change_their_minds(start: Start) -> None:
    code = next(code for code, one in activities("moving_debate") if one.get("statements"))
    windows = start(code)
    room, presenter = windows.both()
    windows.both_show(windows.go("[data-bl-rounds='2']"))
    presenter.get_by_label("Votes pour A", exact=True).fill("9")
    presenter.get_by_role("button", name="Second vote").click()
    expect(presenter.get_by_label("Votes pour A", exact=True)).to_have_value("0")
    presenter.get_by_label("Votes pour A", exact=True).fill("4")
    expect(shown(room).locator(".bl-ballot").first.locator(".bl-tally__count:visible")).to_have_text(["9", "4"])


def test_a_conversation_goes_where_the_hands_lead_and_back_the_way_it_came(start: Start) -> None:
    windows = start(CHAT)
    _, presenter = windows.both()
    votes = presenter.eval_on_selector_all(
        "[data-bl-slide]",
        "all => all.map(one => [one.dataset.blSlide, [...one.querySelectorAll('[data-bl-leads]')].map("
        "  each => [each.dataset.blLetter, each.dataset.blLeads])])",
    )
    vote, ways = next((name, ways) for name, ways in votes if len({to for _, to in ways}) > 1)
    near, *_, far = sorted(ways, key=lambda one: number(presenter, one[1]))
    assert number(presenter, far[1]) > number(presenter, vote) + 1
    windows.go(f"[data-bl-slide='{vote}']")
    presenter.get_by_label(f"Votes pour {far[0]}", exact=True).fill("12")
    expect(presenter.locator("[data-bl-next-said]")).to_contain_text(f"{number(presenter, far[1])}. ")
    presenter.get_by_role("button", name="Suivante").click()
    windows.both_show(far[1])
    presenter.get_by_role("button", name="Précédente").click()
    windows.both_show(vote)
    presenter.get_by_role("button", name=f"Suivre {near[0]}").click()
    windows.both_show(near[1])
    presenter.locator("body").press("ArrowLeft")
    windows.both_show(vote)
    # An ending goes on past the whole conversation.
    windows.go("[data-bl-follows]:not(:has(.bl-ballot))")
    follows = presenter.locator(".bl-present__slide").nth(place(presenter) - 1).get_attribute("data-bl-follows") or ""
    presenter.locator("body").press("ArrowRight")
    windows.both_show(follows)


def test_the_language_of_the_room_changes_and_the_presenters_does_not(start: Start, base: str) -> None:
    windows = start(at=base)
    room, presenter = windows.both()
    here = windows.go("[data-bl-correct]")
    presenter.get_by_label("Votes pour A", exact=True).fill("5")
    presenter.get_by_label("Langue de la salle").select_option("en")
    expect(room.locator("html")).to_have_attribute("lang", "en")
    windows.both_show(here)
    expect(presenter.locator("html")).to_have_attribute("lang", "fr")
    expect(shown(room).locator(".bl-tally__count:visible").first).to_have_text("5")  # the new page was told
    presenter.locator("body").press("ArrowRight")
    after = ids(presenter)[place(presenter) - 1]
    windows.both_show(after)


def test_a_presenter_that_is_loaded_again_finds_the_room_as_it_is(start: Start, base: str) -> None:
    windows = start(at=base)
    room, presenter = windows.both()
    here = windows.go(".bl-slide--vote")
    windows.both_show(here)
    room.evaluate("window.same = true")
    presenter.reload()
    expect(presenter.locator(".bl-launch [data-bl-room-said]")).to_have_text("Les diapositives sont ouvertes.")
    expect(presenter.locator(".bl-present__notes, .bl-desk__notes").locator("visible=true")).to_have_count(0)
    windows.begin()
    windows.both_show(here)
    presenter.locator("body").press("ArrowRight")
    windows.both_show(ids(presenter)[place(presenter) - 1])
    assert room.evaluate("window.same")


def test_loaded_again_and_in_a_hurry_one_gets_the_same_window(start: Start, base: str) -> None:
    windows = start(at=base)
    room = windows.open()
    room.evaluate("window.same = true")
    presenter = windows.presenter
    presenter.reload()
    presenter.locator(".bl-launch [data-bl-open]").click()  # before the room was heard
    expect(presenter.locator(".bl-launch [data-bl-room-said]")).to_have_text("Les diapositives sont ouvertes.")
    assert len(presenter.context.pages) == 2
    assert room.evaluate("window.same")


def test_a_room_that_was_closed_opens_again_where_it_was(start: Start, base: str) -> None:
    windows = start(at=base)
    room, presenter = windows.both()
    here = windows.go("[data-bl-correct]")
    presenter.get_by_label("Votes pour A", exact=True).fill("3")
    windows.both_show(here)
    room.close()
    expect(presenter.locator(".bl-desk").get_by_text("La fenêtre des diapositives a été fermée.")).to_be_visible()
    presenter.locator("body").press("ArrowRight")  # the presenter still turns pages
    presenter.locator("body").press("ArrowLeft")
    windows.open(".bl-desk [data-bl-open]")
    windows.both_show(here)
    assert windows.room
    expect(shown(windows.room).locator(".bl-tally__count:visible").first).to_have_text("3")


def test_moving_the_room_to_another_screen_changes_nothing(start: Start) -> None:
    windows = start()
    room, presenter = windows.both()
    here = windows.go(".bl-slide--vote")
    notes = presenter.locator(".bl-desk__notes").inner_text()
    for size in ({"width": 1920, "height": 1080}, {"width": 1024, "height": 768}):
        room.set_viewport_size(size)  # type: ignore[arg-type]
        windows.both_show(here)
    room.evaluate("document.dispatchEvent(new Event('fullscreenchange'))")
    assert presenter.locator(".bl-desk__notes").inner_text() == notes


def test_a_window_that_was_kept_from_opening_is_said(start: Start) -> None:
    windows = start(script=f"{SCREENS}; window.open = () => null")
    presenter = windows.presenter
    presenter.locator(".bl-launch [data-bl-open]").click()
    expect(
        presenter.locator(".bl-launch").get_by_text("Le navigateur a empêché la fenêtre de s’ouvrir.")
    ).to_be_visible()
    with presenter.context.expect_page() as opened:
        presenter.get_by_role("link", name="Ouvrir les diapositives dans un onglet").click()
    windows.room = opened.value
    windows.watch.on(windows.room)
    windows.begin()
    expect(presenter.locator(".bl-desk [data-bl-room-said]")).to_have_text("Les diapositives sont ouvertes.")
    presenter.locator("body").press("ArrowRight")
    windows.both_show(ids(presenter)[1])


def test_nobody_else_moves_the_presenter(start: Start) -> None:
    windows = start()
    _, presenter = windows.both()
    for said in (
        {"deck": QUIZ, "type": "here", "slide": "help"},
        {"balise": 1, "deck": QUIZ, "type": "here", "slide": "help"},
    ):
        presenter.evaluate("said => window.postMessage(said, '*')", said)
    presenter.locator("body").press("ArrowRight")
    windows.both_show(ids(presenter)[1])


def test_the_time_is_said_calmly(opened: OPEN, served: str, watch: Watch) -> None:
    page = opened(viewport=DESK)
    page.add_init_script(SCREENS)
    page.clock.install()
    page.goto(f"{served}/fr/teach/present/{QUIZ}.html")
    windows = Windows(page, watch)
    windows.begin()
    pace, elapsed, status = (page.locator(f"[data-bl-{name}]") for name in ("pace", "elapsed", "status"))
    minutes = int(page.locator("[data-bl-minutes]").get_attribute("data-bl-minutes") or 0)
    expect(pace).to_have_text("Chronomètre arrêté")
    page.get_by_role("button", name="Démarrer").click()
    page.clock.run_for(60_000)
    expect(elapsed).to_have_text("01:00")
    expect(pace).to_have_text("Dans les temps")
    expect(page.locator("[data-bl-left]")).to_have_text(f"{minutes - 1} min")
    page.clock.run_for(4 * 60_000)
    expect(pace).to_have_text("5 min de retard")
    expect(status).to_have_text("Vous êtes en retard.")
    page.evaluate("document.querySelector('[data-bl-status]').textContent = ''")
    page.clock.run_for(60_000)
    expect(pace).to_have_text("6 min de retard")
    expect(status).to_be_empty()  # said once, not each minute
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(60_000)
    expect(elapsed).to_have_text("06:00")
    page.get_by_text("J’ai déjà commencé").click()
    page.get_by_label("Il y a combien de minutes ?").fill("2")
    page.get_by_role("button", name="Régler").click()
    expect(elapsed).to_have_text("02:00")
    page.locator("body").press("End")
    expect(pace).to_contain_text("min d’avance")
    page.get_by_role("button", name="Remettre à zéro").click()
    expect(pace).to_have_text("Chronomètre arrêté")


def test_in_arabic_the_left_arrow_goes_on_and_numbers_read_from_left_to_right(start: Start) -> None:
    windows = start(locale="ar")
    presenter = windows.begin()
    presenter.locator("body").press("ArrowLeft")
    expect(presenter.locator("[data-bl-place]")).to_have_text(f"2 / {count(presenter)}")
    presenter.locator("body").press("ArrowRight")
    expect(presenter.locator("[data-bl-place]")).to_have_text(f"1 / {count(presenter)}")
    for name in ("place", "elapsed", "clock"):
        assert presenter.locator(f"[data-bl-{name}]").evaluate("one => getComputedStyle(one).direction") == "ltr"


@pytest.mark.parametrize(("locale", "scheme"), [("fr", "light"), ("ar", "dark")])
def test_axe_objects_to_nothing(start: Start, locale: str, scheme: str) -> None:
    windows = start(locale=locale, script=f"{SCREENS};{axe_script()}")
    presenter = windows.presenter
    for size in ("1280", "360"):
        see(presenter, Condition(scheme, size))
        assert objections(presenter, EVERY_RULE) == [], "before"
    windows.begin()
    windows.go("[data-bl-correct]")
    presenter.locator("[data-bl-all] summary").click()
    for size in ("1280", "360"):
        see(presenter, Condition(scheme, size))
        assert objections(presenter, EVERY_RULE if size == "1280" else SEEN) == [], "a vote"
    presenter.locator("[data-bl-list]").click()
    assert objections(presenter, EVERY_RULE) == [], "the list"
    presenter.keyboard.press("Escape")
    presenter.locator("body").press("h")
    assert objections(presenter, SEEN) == [], "covered"


@pytest.mark.parametrize("size", [DESK, {"width": 320, "height": 256}], ids=["desk", "400 %"])
def test_a_keyboard_reaches_everything(start: Start, size: dict[str, int]) -> None:
    windows = start(viewport=size)
    assert list(walk(windows.presenter)) == []
    windows.presenter.reload()
    windows.begin()
    windows.go("[data-bl-correct]")
    windows.presenter.get_by_role("heading", level=1).click()  # Tab goes on from there
    assert list(walk(windows.presenter)) == []
    assert not sideways(windows.presenter)


def test_without_a_script_it_is_a_page_to_read_and_to_print(plain: Page, served: str) -> None:
    plain.set_viewport_size({"width": 360, "height": 740})
    plain.goto(f"{served}/fr/teach/present/{QUIZ}.html")
    expect(plain.locator(".bl-launch, .bl-desk").locator("visible=true")).to_have_count(0)
    slides = plain.locator("[data-bl-slide]")
    for slide in (slides.first, slides.nth(20), slides.last):
        expect(slide.locator(".bl-slide__title")).to_be_visible()
        expect(slide.locator(".bl-present__notes")).to_be_visible()
        expect(slide.locator(".bl-present__when")).to_contain_text("min")
    assert not sideways(plain)
