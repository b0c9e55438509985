"""What the browser tests know: the pages there are, what the modules say, and how to answer a question."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import cache
from typing import Any

from playwright.sync_api import Locator, Page, expect

from browser.course import PROJECT, Step, first_page, modules, steps, telling, telling_steps
from builders import yaml_of

EVERY_LOCALE = {"fr": "Français", "ar": "العربية", "en": "English", "es": "Español", "uk": "Українська"}
LOCALES = ("fr", "en")  # those every behaviour is tested in; the others share their templates
PHONE = {"width": 360, "height": 740}
SMALLEST = {"width": 320, "height": 568}
DESK = {"width": 1280, "height": 900}
REFERENCE = re.compile(r"\[([^\]]*)\]\(([a-z]+):([^)]*)\)")


def edition() -> str:
    """Return the edition of the course that is built."""
    return str(yaml_of(PROJECT / "modules/_shared/course.yaml")["edition"])


@cache
def services() -> list[dict[str, Any]]:
    """Return the entries of the registry of services."""
    files = sorted((PROJECT / "modules/_shared/services").glob("*.yaml"))
    return [entry for file in files for entry in yaml_of(file)["entries"]]


@dataclass(frozen=True)
class Question:
    """An item of a quiz, as its author wrote it."""

    module: str
    quiz: str
    use: str
    item: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.module}-{self.item['id']}"

    @property
    def page(self) -> str:
        """Return the step that asks it."""
        asking = (step for step in steps(self.module) if step.quiz == self.quiz and self.item in step.items)
        return f"fr/{next(asking).path}"

    def on(self, page: Page) -> Locator:
        return page.locator(f"#i-{self.quiz}-{self.item['id']}")


@cache
def questions(use: str = "practice") -> list[Question]:
    """Return every item of the quizzes for this use."""
    return [
        Question(code, quiz["id"], use, item)
        for code, module in modules().items()
        for quiz in module["quizzes"]
        if quiz["use"] == use
        for item in quiz["items"]
    ]


def asked(step: Step) -> list[Question]:
    """Return the questions of a step."""
    return [Question(step.module, step.quiz, "practice", item) for item in step.items]


def question(kind: str) -> Question:
    """Return the first practice item of a type."""
    return next(one for one in questions() if one.item["type"] == kind)


def activities(kind: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the activities of a type, each with the code of its module."""
    return [
        (code, activity)
        for code, module in modules().items()
        for lesson in module["lessons"]
        for activity in lesson["activities"]
        if activity["type"] == kind
    ]


def _kinds() -> dict[str, str]:
    """Return one page of every kind, and the steps that have every type of activity and question between them."""
    alone = "coverage reviews index modules help law services glossary protocol frameworks sources tools"
    alone += " translations about accessibility print editions"
    hand = "teachers prosecutors families"
    first = next(iter(telling().values()))
    longest = max(modules().values(), key=lambda module: len(module["lessons"]))  # its steps have titles over them
    return {
        **{name: f"{name}.html" for name in f"{alone} {hand}".split()},
        "learner": first_page(longest["code"]),
        **{f"learner-{step}": step.path for step in telling_steps()},
        "edition": f"editions/{edition()}.html",
        "guide": f"teach/{first['slug']}.html",
        "practice-sheet": f"sheets/{first['code']}-check.html",
        "assessment-sheet": f"sheets/{first['code']}-form.html",
    }


KINDS = _kinds()


def like(text: str) -> re.Pattern[str]:
    """Return a pattern for a text as its author typed it: typography, marks and names put in do not matter."""
    plain = REFERENCE.sub(_named, text).replace("**", "").strip()
    plain = re.sub(r"(?<!\w)\*|\*(?!\w)", "", plain)
    pieces = [_escaped(piece) for piece in plain.split("\0")]
    return re.compile(".+".join(pieces))


def _named(reference: re.Match[str]) -> str:
    """Return what a reference shows: its own words, the name of a service, or something."""
    words, kind, name = reference.groups()
    shorts = {entry["id"]: entry["short"] for entry in services()} if kind == "service" else {}
    return words or shorts.get(name, "\0")


def exactly(text: str) -> re.Pattern[str]:
    """Return a pattern for a whole text."""
    return re.compile(rf"^\s*{like(text).pattern}\s*$")


def _escaped(text: str) -> str:
    escaped = "".join(rf"\{char}" if char in r"\.^$*+?{}[]|()/" else char for char in text)
    return re.sub(r"\s+", r"\\s+", escaped).replace("'", "['’]")


def labels(item: dict[str, Any]) -> dict[str, bool]:
    """Return the options of an item with a choice, and whether each is right."""
    match item["type"]:
        case "true_false":
            return {"Vrai": item["answer"] is True, "Faux": item["answer"] is False}
        case "myth_or_fact":
            return {"Idée reçue": item["answer"] == "myth", "Réalité": item["answer"] == "fact"}
        case _:
            return {option["text"]: option.get("correct", False) for option in item["options"]}


def pairs(item: dict[str, Any]) -> dict[str, str]:
    """Return the rows of an item to match, and the target of each."""
    if item["type"] == "matching":
        return {pair["left"]: pair["right"] for pair in item["pairs"]}
    names = {category["id"]: category["label"] for category in item["categories"]}
    return {card["text"]: names[card["category"]] for card in item["cards"]}


def option(item: Locator, text: str) -> Locator:
    """Return the option that has this text."""
    return item.locator("label").filter(has=item.page.locator("span", has_text=exactly(text)))


def choose(select: Locator, text: str) -> None:
    """Choose in a closed list by what the option says; a letter may come first."""
    said = select.locator("option").filter(has_text=re.compile(rf"^\s*([A-Z]\. )?{like(text).pattern}\s*$"))
    select.select_option(value=said.first.get_attribute("value") or said.first.inner_text())


def row(item: Locator, text: str) -> Locator:
    """Return the row that has this text."""
    return item.locator(".bl-match__row").filter(has=item.page.locator("label", has_text=exactly(text)))


def arrange(item: Locator, steps: list[str]) -> None:
    """Put steps in order with the keyboard, on the buttons that move them up."""
    for place, text in enumerate(steps):
        step = item.locator(".bl-order__step").filter(has_text=like(text))
        up = step.get_by_role("button", name=re.compile("Monter|Move up"))
        up.focus()
        while step.evaluate("one => Array.from(one.parentNode.children).indexOf(one)") > place:
            up.press("Enter")
            expect(up).to_be_focused()


def answer(item: Locator, data: dict[str, Any]) -> None:  # noqa: C901 - one case a type
    """Answer a question rightly, whatever its type."""
    for chosen in item.locator("input[type=checkbox]:checked").all():
        chosen.uncheck()
    match data["type"]:
        case "single_choice" | "multiple_choice" | "true_false" | "myth_or_fact":
            for text, right in labels(data).items():
                if right:
                    option(item, text).locator("input").check()
        case "ordering":
            arrange(item, [step["text"] for step in data["steps"]])
        case "matching" | "categorise":
            for left, right in pairs(data).items():
                choose(row(item, left).locator("select"), right)
        case "gap_fill":
            for gap in data["gaps"]:
                choose(item.locator(f"[data-gap={gap['id']}] select"), gap["key"])
        case "scale":
            option(item, data["points"][0]["text"]).locator("input").check()
        case "reflection":
            item.locator("textarea").fill("Une idée.")


def spoil(item: Locator, data: dict[str, Any]) -> None:
    """Answer a question wrongly, with every answer given."""
    match data["type"]:
        case "ordering":
            pass  # steps are never shown in their order
        case "matching" | "categorise":
            rows = pairs(data)
            wrong = {left: next(other for other in rows.values() if other != right) for left, right in rows.items()}
            for left, other in wrong.items():
                choose(row(item, left).locator("select"), other)
        case "gap_fill":
            for gap in data["gaps"]:
                choose(item.locator(f"[data-gap={gap['id']}] select"), gap["distractors"][0])
        case _:
            option(item, next(text for text, right in labels(data).items() if not right)).locator("input").check()


def check(item: Locator) -> Locator:
    """Press the button that checks a question, with the keyboard, and return where the verdict is said."""
    item.locator("[data-bl-check]").press("Enter")
    return item.locator("[data-bl-result][role=status]")


def ways(nodes: list[dict[str, Any]]) -> dict[str, list[int]]:
    """Return a shortest way to every ending of a conversation: the place of the reply to choose at each turn."""
    graph = {node["id"]: node for node in nodes}
    found: dict[str, list[int]] = {nodes[0]["id"]: []}
    waiting = deque([nodes[0]["id"]])
    while waiting:
        name = waiting.popleft()
        for place, reply in enumerate(graph[name].get("replies", [])):
            if reply["to"] not in found:
                found[reply["to"]] = [*found[name], place]
                waiting.append(reply["to"])
    return {name: way for name, way in found.items() if graph[name].get("ending")}


def open_details(page: Page) -> None:
    """Open everything that unfolds, but the menu, which would cover the page."""
    page.evaluate("document.querySelectorAll('main details, .bl-toc details').forEach(one => { one.open = true; })")
