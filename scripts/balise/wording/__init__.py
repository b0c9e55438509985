"""Words the course does not use, by language: one YAML file a locale, and where the course meets them.

A locale without a file is not looked at. How a phrase is written is said in `phrases.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from pydantic import Field

from balise.checking import Finding, in_passage
from balise.course import Course, Passage
from balise.diagnostics import Location
from balise.fields import Name, Part
from balise.load import load
from balise.pages import REFERENCE, all_hand_pages, lines_of
from balise.phrases import Finder, Met, normal, phrase
from balise.readers import ANYBODY, voiced, youngest

FOLDER = Path(__file__).parent
TEXT = attrgetter("text")
Family: TypeAlias = Literal["terms", "blame", "offence", "graphic"]


class Rule(Part):
    """Phrases not to use, for one reason."""

    avoid: tuple[Name, ...] = Field(min_length=1)
    """Phrases."""
    why: Name
    """In a few words, ending the sentence "… is not said here:"."""
    say: Name | None = None
    """What to write instead."""
    house: bool = Field(default=False, strict=True)
    """`true` for our own choice; left out, it rests on the words agreed for the whole course."""
    from_age: int | None = None
    """For graphic words: the youngest age they may be read at; left out, learners never read them."""
    adults: bool = Field(default=True, strict=True)
    """For graphic words: whether adults' notes may hold them."""


class Wording(Part):
    """`<locale>.yaml`."""

    joined: str = ""
    """A pattern of what is written onto a word's front: articles, prepositions, conjunctions."""
    undo: tuple[Name, ...] = ()
    """Words that undo blame or an instruction when they come just before: not, never, believes that…"""
    terms: tuple[Rule, ...] = ()
    """Words that call abuse by another name."""
    blame: tuple[Rule, ...] = ()
    """Words that put the fault on the person harmed."""
    offence: tuple[Rule, ...] = ()
    """Words that teach an offence."""
    graphic: tuple[Rule, ...] = ()
    """Sexual words, with the age they may be read at."""


@dataclass(frozen=True, slots=True)
class Use:
    """A rule's phrase met in the course: where, read by whom (`age` of the youngest), said by whom."""

    rule: Rule
    met: Met
    age: int
    voiced: bool
    place: Passage | Location

    def finding(self, message: str, advice: str = "") -> Finding:
        """Say it at its place."""
        if isinstance(self.place, Passage):
            return in_passage(self.place, message, advice)
        return Finding(self.place, message, advice)

    def message(self) -> str:
        return f'"{self.met.words}" is not said here: {self.rule.why}'

    def advice(self, otherwise: str) -> str:
        return f'write "{self.rule.say}"' if self.rule.say else otherwise


def uses(course: Course, family: Family) -> Iterator[Use]:
    """Yield every phrase of a family that the course holds, in the locales in scope; one a rule and place."""
    for locale in course.scope:
        for document in course.documents():
            passages = tuple(document.in_scope((locale,)))
            for row, rule, met in found_in(locale, tuple(map(TEXT, passages)), family):
                yield Use(rule, met, youngest(passages[row]), voiced(passages[row]), passages[row])
    for locale, file in all_hand_pages(course):
        paragraphs = tuple(_paragraphs(lines_of(file) if locale in course.scope else []))
        for row, rule, met in found_in(locale, tuple("\n".join(lines) for _, lines in paragraphs), family):
            first, lines = paragraphs[row]
            below = next((below for below, line in enumerate(lines) if met.words.split()[0] in normal(line)), 0)
            where = Location(file.relative_to(course.root), first + below, 1, lines[below])
            yield Use(rule, met, ANYBODY, voiced=False, place=where)


def found_in(locale: str, texts: tuple[str, ...], family: Family) -> list[tuple[int, Rule, Met]]:
    """Return the rules of a family that texts break: the number of the text, the rule, the words that break it."""
    return [(row, rule, met) for row, one, rule, met in _scan(locale, texts) if one == family]


@lru_cache(maxsize=256)  # four checks ask about each file of the few that are read at a time
def _scan(locale: str, texts: tuple[str, ...]) -> list[tuple[int, Family, Rule, Met]]:
    """Look for every family at once: a rule is found once a text, neither quoted nor undone if it ever is."""
    finder, rules = _finder(locale)
    found: list[tuple[int, Family, Rule, Met]] = []
    for row, text in enumerate(texts):
        best: dict[int, tuple[int, Family, Rule, Met]] = {}
        for number, met in finder.find(text):
            family, rule = rules[number]
            known = best.get(id(rule))
            if known is None or known[3].quoted + known[3].undone > met.quoted + met.undone:
                best[id(rule)] = (row, family, rule, met)
        found += best.values()
    return found


@cache
def _finder(locale: str) -> tuple[Finder, list[tuple[Family, Rule]]]:
    wording = wording_of(locale)
    families: tuple[Family, ...] = get_args(Family)
    rows = [(family, rule, one) for family in families for rule in getattr(wording, family) for one in rule.avoid]
    phrases = [phrase(one, wording.joined) for _, _, one in rows]
    return Finder(phrases, wording.joined, wording.undo), [(family, rule) for family, rule, _ in rows]


@cache
def wording_of(locale: str) -> Wording:
    """Return the words of a locale."""
    file = FOLDER / f"{locale}.yaml"
    return Wording.model_validate(load(file).data) if file.is_file() else Wording()


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield each paragraph of a page with the number of its first line, without marks that are not its words."""
    start = 0
    for row, line in enumerate([*lines, ""]):
        if not line.strip(" -"):
            if start < row:
                yield start + 1, [REFERENCE.sub(r"\1", one).lstrip("# ") for one in lines[start:row]]
            start = row + 1
