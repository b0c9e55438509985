"""Reading comfort: size, spacing, font, a voice of this device; nothing of it is stored."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OPEN, Watch
from browser.support import PHONE

# No voice exists where tests run: this stands in for the browser's, and notes what it was asked to say.
VOICES = """window.said = [];
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => [
    {lang: 'en-GB', localService: true, name: 'here'},
    {lang: 'es-ES', localService: false, name: 'far away'},
    {lang: 'fr-FR', localService: false, name: 'far away'},
    {lang: 'fr-FR', localService: true, name: 'here'}],
  speak: one => { window.said.push(one); window.now = one; },
  cancel: () => { window.now = null; },
  addEventListener: () => {}
}});
window.SpeechSynthesisUtterance = function (text) { this.text = text; };"""


def toolbar(page: Page) -> Locator:
    page.locator(".bl-reader > summary").click()
    return page.locator(".bl-reader")


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"])


def test_without_a_script_there_is_no_toolbar(plain: Page, base: str) -> None:
    plain.goto(f"{base}/fr/index.html")
    expect(plain.locator(".bl-reader")).to_be_hidden()


def test_choices_show_travel_with_the_reader_and_are_undone(page: Page, base: str, watch: Watch) -> None:
    page.goto(f"{base}/fr/modules.html")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "16px"
    bar = toolbar(page)
    for name in ("[data-bl-size='3']", "[data-bl-space]", "[data-bl-font]"):
        expect(bar.locator(name)).to_have_attribute("aria-pressed", "false")
        assert not any("woff2" in asked for asked in watch.requests)
        bar.locator(name).press("Enter")
        expect(bar.locator(name)).to_have_attribute("aria-pressed", "true")
    page.locator("main a[href^='learn/a2']").first.press("Enter")
    expect(page).to_have_url(f"{base}/fr/learn/a2.html?read=3sf")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    assert "Atkinson" in page.locator("main").evaluate("one => getComputedStyle(one).fontFamily")
    assert page.evaluate("Array.from(document.fonts).some(one => one.status === 'loaded')")
    assert fits(page)
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    page.locator(".bl-header__languages > summary").click()
    page.get_by_role("link", name="العربية").click()
    expect(page).to_have_url(f"{base}/ar/learn/a2.html?read=3sf")
    bar = toolbar(page)
    expect(bar.locator("[data-bl-font]")).to_have_count(0)  # the font has no Arabic letter
    assert page.locator("main").evaluate("one => getComputedStyle(one).letterSpacing") == "normal"
    assert fits(page)
    bar.locator("[data-bl-reset]").click()
    expect(bar.locator("[aria-pressed=true]")).to_have_count(1)
    page.locator(".bl-header__help").click()
    expect(page).to_have_url(f"{base}/ar/help.html")


@pytest.fixture
def speaking(opened: OPEN) -> Page:
    page = opened()
    page.add_init_script(VOICES)
    return page


def test_a_page_is_read_by_a_voice_of_this_device_only(speaking: Page, served: str) -> None:
    speaking.goto(f"{served}/es/learn/a2.html")
    toolbar(speaking)
    expect(speaking.locator("[data-bl-aloud]")).to_be_hidden()  # the only Spanish voice is not of this device
    speaking.goto(f"{served}/fr/learn/a2.html")
    toolbar(speaking).locator("[data-bl-aloud]").click()
    for _ in range(15):
        expect(speaking.locator(".bl-said-aloud")).to_be_in_viewport()
        speaking.evaluate("window.now.onend()")
    said = speaking.evaluate("window.said.map(one => [one.text, one.lang, one.voice.name])")
    assert {(language, name) for _, language, name in said} == {("fr", "here")}
    texts = [text for text, _, _ in said]
    assert " ".join(speaking.locator("h1").inner_text().split()) in texts
    assert len(set(texts)) == 16
    assert not any("édition du" in text for text in texts)  # what only paper shows is not read


def test_reading_pauses_goes_on_and_stops(speaking: Page, served: str) -> None:
    speaking.goto(f"{served}/fr/help.html")
    bar = toolbar(speaking)
    aloud, hush = bar.locator("[data-bl-aloud]"), bar.locator("[data-bl-hush]")
    expect(hush).to_be_hidden()
    aloud.click()
    first = speaking.evaluate("window.now.text")
    aloud.click()
    assert speaking.evaluate("window.now") is None
    expect(aloud).to_have_text("Reprendre la lecture")
    aloud.click()
    assert speaking.evaluate("window.now.text") == first
    speaking.keyboard.press("Escape")
    expect(speaking.locator(".bl-said-aloud")).to_have_count(0)
    assert speaking.evaluate("window.now") is None
    toolbar(speaking)
    aloud.click()
    hush.press("Enter")
    expect(aloud).to_be_focused()
    expect(aloud).to_have_text("Lire la page à voix haute")
