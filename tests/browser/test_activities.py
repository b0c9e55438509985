"""What pupils do besides answering questions: conversations, cards, plans, services; and what they leave behind."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.course import Step, page_of, pages_of, steps, telling
from browser.support import activities, answer, asked, check, choose, exactly, like, ways

CHATS = [(code, chat) for code, chat in activities("branching_chat") if code in telling()]
FIRST_CHAT = CHATS[0]
STORES = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
  databases: (await indexedDB.databases()).length,
  caches: location.protocol !== "file:" ? (await caches.keys()).length : 0,
  workers: location.protocol !== "file:" ? (await navigator.serviceWorker.getRegistrations()).length : 0,
})"""
NODE = ".bl-chat > section"
TURN = ".bl-chat__turn[role=group]"
NOTHING = {"local": 0, "session": 0, "cookie": "", "databases": 0, "caches": 0, "workers": 0}


def section(page: Page, activity: dict[str, Any]) -> Locator:
    return page.locator(f"#a-{activity['id']}")


def open_activity(page: Page, base: str, code: str, activity: dict[str, Any]) -> Locator:
    page.goto(f"{base}/fr/{page_of(code, activity)}")
    return section(page, activity)


def in_conversation(page: Page) -> bool:
    return bool(page.evaluate("Boolean(document.activeElement.closest('[role=log]'))"))


@pytest.mark.parametrize(("code", "chat"), CHATS, ids=lambda one: one if isinstance(one, str) else "")
def test_every_ending_of_a_conversation_is_reached_with_the_keyboard(
    page: Page, served: str, code: str, chat: dict[str, Any]
) -> None:
    here = open_activity(page, served, code, chat)
    nodes = {node["id"]: node for node in chat["nodes"]}
    log, choices = here.get_by_role("log"), here.locator(".bl-chat__choices")
    for ending, way in ways(chat["nodes"]).items():
        at = chat["nodes"][0]
        for place in way:
            reply = at["replies"][place]
            choices.get_by_role("button", name=exactly(reply["text"])).press("Enter")
            at = nodes[reply["to"]]
            expect(log.locator(TURN).last).to_be_focused()
            expect(log).to_contain_text(like(reply["text"]))
            for line in at.get("says", []):
                expect(log.locator(TURN).last).to_contain_text(like(line))
        last = log.locator(TURN).last
        assert at["id"] == ending
        expect(last).to_contain_text("Tu as trouvé une issue" if at["ending"] == "out" else "Il n’est pas trop tard")
        expect(last).to_contain_text(like(at["debrief"].split("\n")[0]))
        expect(last.get_by_role("link", name="Trouver de l’aide")).to_be_visible()
        choices.get_by_role("button", name="Recommencer la conversation").press("Enter")
        expect(log.locator(TURN)).to_have_count(1)
        assert in_conversation(page)


def test_a_choice_can_be_taken_back(page: Page, base: str) -> None:
    here = open_activity(page, base, *FIRST_CHAT)
    log = here.get_by_role("log")
    before = log.inner_text()
    back = here.get_by_role("button", name="Revenir au choix précédent")
    expect(back).to_have_count(0)
    here.locator(".bl-chat__choices button").first.click()
    expect(log.locator(TURN)).to_have_count(2)
    back.press("Enter")
    expect(log.locator(TURN)).to_have_count(1)
    assert log.inner_text() == before
    assert in_conversation(page)
    expect(back).to_have_count(0)


def test_with_a_script_only_the_conversation_shows(page: Page, base: str) -> None:
    here = open_activity(page, base, *FIRST_CHAT)
    expect(here.get_by_role("log")).to_be_visible()
    expect(here.locator(NODE).locator("visible=true")).to_have_count(0)
    expect(here.locator(".bl-chat__how")).to_be_hidden()


def test_a_sign_to_spot_unfolds_in_the_conversation(page: Page, base: str) -> None:
    code, chat = next((code, chat) for code, chat in CHATS if any(node.get("sign") for node in chat["nodes"]))
    here = open_activity(page, base, code, chat)
    for _ in chat["nodes"]:
        if here.get_by_role("log").locator("details").count():
            break
        here.locator(".bl-chat__choices button").first.click()
    sign = here.get_by_role("log").locator("details").last
    sign.locator("summary").press("Enter")
    expect(sign.locator("p").first).to_be_visible()


@pytest.mark.parametrize(("code", "chat"), CHATS, ids=lambda one: one if isinstance(one, str) else "")
def test_without_a_script_a_conversation_is_a_game_book(
    plain: Page, base: str, code: str, chat: dict[str, Any]
) -> None:
    here = open_activity(plain, base, code, chat)
    sections = here.locator(NODE)
    expect(sections).to_have_count(len(chat["nodes"]))
    assert all(one.is_visible() for one in sections.all())
    numbers = [re.sub(r"\D", "", text) for text in sections.locator("h2").all_inner_texts()]
    assert numbers == [str(place) for place in range(1, len(chat["nodes"]) + 1)]
    number_of = dict(zip([node["id"] for node in chat["nodes"]], numbers, strict=True))
    written = [reply for node in chat["nodes"] for reply in node.get("replies", [])]
    links = here.locator(f"{NODE} > ul a[href^='#']").all()
    assert len(links) == len(written)
    for link, reply in zip(links, written, strict=True):
        href = link.get_attribute("href") or ""
        led = sections.and_(plain.locator(href)).locator("h2").inner_text()
        assert re.sub(r"\D", "", led) == number_of[reply["to"]]
        assert re.search(r"(\d+)\s*$", link.inner_text())[1] == number_of[reply["to"]]  # type: ignore[index]
    links[0].click()
    expect(plain.locator(links[0].get_attribute("href") or "")).to_be_in_viewport()


def test_each_card_placed_is_answered_at_once(page: Page, base: str) -> None:
    code, sort = activities("card_sort")[0]
    here = open_activity(page, base, code, sort)
    names = {category["id"]: category["label"] for category in sort["categories"]}
    for card in sort["cards"]:
        box = here.locator("[data-category]").filter(has=page.locator("label", has_text=exactly(card["text"])))
        status = box.get_by_role("status")
        wrong = next(label for name, label in names.items() if name != card["category"])
        choose(box.locator("select"), wrong)
        expect(status).to_have_text("Regarde encore.")
        choose(box.locator("select"), names[card["category"]])
        expect(status).to_have_text("Bien vu.")
    count = len(sort["cards"])
    expect(here.locator("[data-bl-count][role=status]")).to_have_text(re.compile(f"{count} sur {count}"))
    here.get_by_role("button", name="Recommencer le tri").press("Enter")
    expect(here.locator("select").first).to_be_focused()
    expect(here.locator("[data-bl-count]")).to_be_empty()
    assert set(here.locator("select").evaluate_all("all => all.map(one => one.value)")) == {""}


def test_where_cards_were_placed_is_never_kept(page: Page, base: str) -> None:
    lists = open_activity(page, base, *activities("card_sort")[0]).locator("select")
    for leave in (page.reload, lambda: (page.goto(f"{base}/fr/index.html"), page.go_back())):
        lists.first.select_option(index=1)
        leave()
        assert set(lists.evaluate_all("all => all.map(one => one.value)")) == {""}


def test_without_a_script_each_card_says_why(plain: Page, base: str) -> None:
    code, sort = activities("card_sort")[0]
    here = open_activity(plain, base, code, sort)
    card = sort["cards"][0]
    why = (
        here.locator("[data-category]")
        .filter(has=plain.locator("label", has_text=exactly(card["text"])))
        .locator("details")
    )
    why.locator("summary").click()
    expect(why.get_by_text(like(card["why"]))).to_be_visible()
    expect(here.get_by_role("button")).to_have_count(0)


def test_a_plan_is_never_kept(page: Page, base: str) -> None:
    code, plan = activities("plan")[0]
    fields = open_activity(page, base, code, plan).locator("textarea")
    expect(fields).to_have_count(len(plan["slots"]))
    for leave in (page.reload, lambda: (page.goto(f"{base}/fr/index.html"), page.go_back())):
        for field in fields.all():
            field.fill("Un nom")
        leave()
        assert set(fields.evaluate_all("all => all.map(one => one.value)")) == {""}
    assert fields.evaluate_all("all => all.every(one => one.form === null)")


def test_a_situation_unfolds_the_service_to_turn_to(plain: Page, base: str) -> None:
    code, chart = activities("services_map")[0]
    plain.goto(f"{base}/fr/{pages_of(code, chart)[-1]}")
    here = plain.locator(f"#a-{chart['id']}")
    situations = here.locator(".bl-situations > li")
    expect(situations).to_have_count(len(chart["situations"]))
    for place, situation in enumerate(chart["situations"]):
        one = situations.nth(place)
        expect(one).to_contain_text(like(situation["text"]))
        one.locator("summary").press("Enter")
        expect(one.locator("details p").last).to_be_visible()
        expect(one.locator("details")).to_contain_text(like(situation["why"]))


def do(page: Page, step: Step) -> None:
    """Do all there is to do on a step: talk, sort, write, answer."""
    if step.activity == "branching_chat":
        page.locator(".bl-chat__choices button").first.click()
    for one in asked(step):
        answer(one.on(page), one.item)
        check(one.on(page))
    for select in page.locator(".bl-sort select").all():
        select.select_option(index=1)
    for field in page.locator("textarea").all():
        field.fill("Un nom")


def test_nothing_is_left_in_the_browser_after_an_hour_of_work(page: Page, base: str) -> None:
    code, _ = FIRST_CHAT
    for step in steps(code):
        if step.part == 1:
            page.goto(f"{base}/fr/{step.path}")
            do(page, step)
    assert page.evaluate(STORES) == NOTHING
    page.locator(".bl-menu > summary").click()
    page.locator(".bl-menu [data-bl-search]").click()
    page.get_by_role("searchbox").fill("chantage")
    expect(page.locator("[data-bl-search-results] a").first).to_be_visible()
    page.locator("[data-bl-search-results] a").first.click()
    assert page.evaluate(STORES) == NOTHING
    assert page.context.storage_state() == {"cookies": [], "origins": []}
