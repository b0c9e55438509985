"""The styles of documents to edit: one table, which each format writes in its own words.

Sizes are parts of the body's, distances are points. `start` and `end` follow the direction of reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from babel import Locale
from babel.core import get_global

from balise.messages import Message, message

SIDES = ("top", "start", "bottom", "end")
TERRITORIES = {"en": "GB"}
"""Where a language is written as the course writes it, when that is not where most people speak it."""
PAPERS = {"a4": (595.3, 841.9), "us-letter": (612.0, 792.0)}
MILLIMETRE = 72 / 25.4
FOOT = 20 * MILLIMETRE
FALLBACK = "Arial"
"""What stands in for a typeface that is not installed: a document to edit embeds none."""
LEADING = {"ltr": 1.15, "rtl": 1.05}
"""Parts of a line's own height, which is more for Arabic."""
INK, TINT = "404040", "F0F0F0"


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs. `label` names it in the word processor's list; those it knows have none.

    `borders` are sides with their thickness; `mark` is drawn before each paragraph, which makes a list of them.
    """

    label: Message | None = None
    size: float = 1
    bold: bool = False
    before: float = 3
    after: float = 3
    start: float = 0
    end: float = 0
    borders: tuple[tuple[str, float], ...] = ()
    together: bool = False
    height: float = 0
    level: int = 0
    mark: str = ""
    new_page: bool = False
    centred: bool = False


BODY = "Body"
BAR = (("start", 2.0),)
RULE = (("bottom", 0.5),)
PARAGRAPHS = {
    BODY: Style(),
    "Heading1": Style(size=1.6, bold=True, before=0, after=8, together=True, level=1),
    "Heading2": Style(size=1.25, bold=True, before=16, after=6, together=True, level=2),
    "Heading3": Style(size=1.05, bold=True, before=12, after=4, together=True, level=3),
    "Heading4": Style(bold=True, before=10, after=4, together=True, level=4),
    "Kicker": Style(message("Surtitre"), size=0.9, before=0, after=2, together=True),
    "Lead": Style(message("Chapeau"), size=1.06),
    "Small": Style(message("Petit texte"), size=0.86),
    "Label": Style(message("Intertitre"), bold=True, before=6, together=True),
    "Quote": Style(message("Paroles"), start=12, borders=BAR),
    "Field": Style(message("Champ à remplir"), before=8, after=4, borders=RULE),
    "AnswerLine": Style(message("Ligne de réponse"), before=0, after=0, borders=RULE, height=26),
    "Option": Style(message("Réponse au choix"), start=20, mark="○"),
    "Tick": Style(message("Case à cocher"), start=20, mark="☐"),
    "Cell": Style(message("Texte de tableau"), before=2, after=2),
    "CellHead": Style(message("En-tête de tableau"), bold=True, before=2, after=2, together=True),
    "Picture": Style(message("Image"), before=8, after=4),
    "Legend": Style(message("Légende d'image"), size=0.86),
    "Message": Style(message("Message reçu"), before=6, start=8, end=90, borders=BAR),
    "MessageSent": Style(message("Message envoyé"), before=6, start=90, end=8, borders=(("end", 2.0),)),
    "PageBreak": Style(message("Nouvelle page"), size=0.5, before=0, after=0, new_page=True),
    "Footer": Style(size=0.8, before=0, after=0, borders=(("top", 0.5),)),
}
GAP = "Gap"
CHARACTERS = {GAP: message("Trou à compléter")}


def style_names(phrase: Any) -> dict[str, str]:
    """Return what the word processor calls each of our styles, in the words `phrase` finds for them."""
    own = {name: style.label for name, style in PARAGRAPHS.items() if style.label}
    return {name: phrase(label) for name, label in {**own, **CHARACTERS}.items()}


@dataclass(frozen=True, slots=True)
class Look:
    """What a document is laid out with, drawn from what a sheet's templates see."""

    language: str
    territory: str
    rtl: bool
    fonts: tuple[str, ...]
    size: float
    leading: float
    page: tuple[float, float]
    margin: float
    names: dict[str, str]
    foot: str
    pictures: tuple[str, ...]

    @property
    def tag(self) -> str:
        """The language, as in BCP 47: word processors check spelling by territory."""
        return f"{self.language}-{self.territory}" if self.territory else self.language

    @property
    def bottom(self) -> float:
        """The margin at the foot of the page, which has words in it."""
        return max(self.margin, FOOT)

    def full(self, language: str) -> str:
        """Return the tag of another language, with its territory."""
        where = territory_of(language)
        return f"{language}-{where}" if where and "-" not in language else language

    @property
    def width(self) -> float:
        """The width of a line."""
        return self.page[0] - 2 * self.margin


def look(data: dict[str, Any], foot: str, pictures: list[str]) -> Look:
    """Return the look of a sheet: `foot` is on every page, `pictures` are the words for those who see none."""
    style = data["style"]
    return Look(
        language=data["lang"],
        territory=data["region"] or territory_of(data["lang"]),
        rtl=data["dir"] == "rtl",
        fonts=tuple(style["fonts"]),
        size=style["size"],
        leading=LEADING[data["dir"]],
        page=PAPERS[style["paper"]],
        margin=style["margin"] * MILLIMETRE,
        names=style["names"],
        foot=foot,
        pictures=tuple(pictures),
    )


def territory_of(language: str) -> str:
    """Return where a language is written as it is here, as in ISO 3166; nothing where it is not known."""
    tag = Locale.parse(language, sep="-")
    if tag.territory:
        return tag.territory
    likely = get_global("likely_subtags").get(tag.language, "").split("_")
    return TERRITORIES.get(tag.language) or (likely[-1] if len(likely) == 3 else "")
