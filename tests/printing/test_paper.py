"""Blocks on paper: every one of the closed set is set, tagged, and says what it was given."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import page as validation
import pytest

from balise import paper
from balise.fonts import families
from balise.printing import TypesettingError, UndrawnError, pdf, serialised
from balise.typesetter import isolated
from balise.variants import VARIANTS
from printed import MISCOUNTED

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


def everything() -> list[paper.Block]:
    """Return one of every block, with one of every run in them."""
    runs: paper.Inline = [
        "Mots ",
        paper.strong(["gras "]),
        paper.emphasis(["appuyés "]),
        paper.in_language(["words "], "en", "ltr"),
        paper.link(["un lien "], "https://example.org/"),
        paper.line_break(),
        paper.gap(6),
        paper.box(),
    ]
    return [
        paper.heading(2, ["Partie"]),
        paper.para(runs),
        paper.bullets([["puce"], [paper.para(["deux"]), paper.steps([["pas"]], 3)]]),
        paper.quote([paper.para(["dit"])]),
        paper.note(["Titre de note"], [paper.para(["note"])], "help"),
        paper.lines(2),
        paper.fields([["Prénom"], ["Date"]]),
        paper.options("AB", [["option une"], ["option deux"]]),
        paper.checks([["à faire"]]),
        paper.table([["Tête"], ["Autre"]], [[["case"], [paper.box()]]]),
        paper.keep([paper.heading(3, ["Sous-partie"]), paper.para(["ensemble"])]),
        paper.picture("a.svg", "Un carré noir", ["légende"]),
        paper.page(),
        paper.messages([paper.message(["Lina"], ["salut"]), paper.message([], ["bonjour"], mine=True)]),
    ]


def data(blocks: list[paper.Block], locale: str = "fr", **changes: Any) -> str:
    """Return what a template sees."""
    rtl = locale == "ar"
    return serialised(
        {
            "lang": locale,
            "region": None,
            "dir": "rtl" if rtl else "ltr",
            "author": "Balise",
            "label": "Fiche",
            "title": "Titre",
            "heading": ["Titre"],
            "kicker": ["Fiche"],
            "blocks": blocks,
            "pictures": {"a.svg": {"format": "svg", "bytes": PICTURE}},
            "foot": [["Pied"]],
            "proof": {"title": ["Preuve"], "lines": [["Édition"]]},
            "qr": None,
            "style": {
                "paper": "a4",
                "fonts": list(families(locale)),
                **{name: getattr(VARIANTS[""], name) for name in VARIANTS[""].__slots__ if name != "label"},
            },
            **changes,
        }
    )


def text_of(content: bytes, folder: Path) -> str:
    """Return the words of a PDF, as a reader copies them."""
    file = folder / "sheet.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    return done.stdout


def test_one_of_every_block_and_run_is_in_the_sample() -> None:
    sample = everything()
    assert {one["b"] for one in sample} | {"steps"} == set(paper.BLOCKS)
    assert {run["t"] for run in sample[1]["c"] if isinstance(run, dict)} == set(paper.RUNS)


@pytest.mark.parametrize("locale", ["fr", "uk", "ar"])
def test_every_block_is_set_with_its_words_as_a_tagged_archival_pdf(locale: str, tmp_path: Path) -> None:
    content = pdf("templates/print/sheet.typ", data(everything(), locale))
    for profile in ("ua1", "pdfa2a"):
        found = validation.validate_pdf_bytes(content, profile=profile)
        assert [fault for fault in found.failures if fault.rule_id != MISCOUNTED] == []
    said = re.sub(r"\s+", " ", isolated(text_of(content, tmp_path)))
    for words in " ".join(paper.words_of(one) for one in everything()).split():
        assert words in said, words
    assert content == pdf("templates/print/sheet.typ", data(everything(), locale))


def test_an_unknown_block_is_a_fault_and_not_a_gap() -> None:
    with pytest.raises(TypesettingError, match="block nope"):
        pdf("templates/print/sheet.typ", data([{"b": "nope"}]))


def test_words_are_never_code(tmp_path: Path) -> None:
    words = '#read("/etc/passwd") $x$ *a* _b_ @c <d> \\ // [e]'
    assert words in text_of(pdf("templates/print/sheet.typ", data([paper.para([words])])), tmp_path)


def test_a_character_no_typeface_has_is_named() -> None:
    with pytest.raises(UndrawnError) as found:
        pdf("templates/print/sheet.typ", data([paper.para(["Bravo 🎉"])]))
    assert found.value.character == "🎉"


@pytest.mark.parametrize("fault", ["alt", "title", "level"])
def test_what_a_synthetic_voice_needs_cannot_be_left_out(fault: str) -> None:
    """The typesetter refuses it: no such sheet can be made by mistake."""
    blocks = {"alt": [paper.picture("a.svg", "", [])], "level": [paper.heading(4, ["Trop bas"])]}.get(fault, [])
    changes: dict[str, Any] = {"title": ""} if fault == "title" else {}
    with pytest.raises(TypesettingError):
        pdf("templates/print/sheet.typ", data(blocks, **changes))
