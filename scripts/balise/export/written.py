"""Pages written by hand, which are Markdown already: their references become links, and nothing in them a tag."""

from __future__ import annotations

import re
from collections.abc import Iterator

from balise.course import SOURCE_LOCALE
from balise.export.marks import quoted
from balise.export.page import Page, PageSetter
from balise.export.setter import inline
from balise.local import LocalCourse
from balise.messages import message
from balise.pages import REFERENCE, HandPage, hand_pages
from balise.typography import set_text

LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+\.md)(#[^)\s]*)?\)")
LED = re.compile(r"(\]\([^)]*\)|<[^>]*>)")
NOT_TRANSLATED = message("Cette page n'est pas encore traduite : elle est affichée en français.")
FIRST_TITLE = re.compile(r"^# .+\n?", re.MULTILINE)


def written_pages(local: LocalCourse) -> Iterator[Page]:
    """Yield every page written by hand; its links are for `led` to settle, when it is known which pages there are."""
    for hand in hand_pages(local.course.root, local.locale):
        to = PageSetter(local, audience="facilitator")
        yield Page(hand.path.replace(".html", ".md"), hand.title, to, written=_body(hand, to))


def led(text: str, paths: frozenset[str]) -> str:
    """Return a text whose links to pages that are not exported are words alone."""
    return LINK.sub(lambda found: found[0] if found[2] in paths else found[1], text)


def _body(hand: HandPage, to: PageSetter) -> str:
    """Return what follows the title, its typography set between the addresses."""
    text = re.sub(r"<(?=[a-zA-Z/!?])", "&lt;", FIRST_TITLE.sub("", hand.text, count=1))
    text = REFERENCE.sub(lambda found: inline(to.inline(found[0])), text)
    language = SOURCE_LOCALE if hand.fallback else to.local.locale
    pieces = LED.split(text)
    text = "".join(piece if LED.fullmatch(piece) else set_text(piece, language) for piece in pieces)
    notice = f"{quoted(inline(to.text(NOT_TRANSLATED)))}\n\n" if hand.fallback else ""
    return notice + text.strip()
