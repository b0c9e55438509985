"""A tiny whole course, as data: tests change one thing in it and look at what follows."""

from __future__ import annotations

import copy
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from balise.catalogs import Catalog
from balise.course import Course
from balise.local import LocalCourse
from balise.pipeline import check_course
from balise.read import read_course
from balise.reporters import text

PROJECT = Path(__file__).parent.parent
EXAMPLES = PROJECT / "tests/contract/examples"
TODAY = date(2026, 11, 22)
MODULE = "modules/tiny/module.yaml"
SHARED = "modules/_shared"

KNOWN: dict[str, Any] = {
    "evidence": ["F1"],
    "source": ["https://example.org/checked"],
    "how_known": "public_source",
    "confidence": "medium",
    "verified_on": date(2026, 11, 1),
    "review_by": date(2027, 5, 1),
}
DEFINED: dict[str, Any] = {"how_known": "definition", "confidence": "high"}


def minimal_module(**overrides: Any) -> dict[str, Any]:
    """Return a module with one of everything it must have; `overrides` replaces its keys."""
    module = {
        "code": "t1",
        "title": "Une séance",
        "summary": "On apprend à qui parler.",
        "topics": ["help"],
        "age_bands": ["12-15"],
        "ages": "12-15",
        "settings": ["class"],
        "jurisdiction": "fr",
        "duration": 10,
        "content_note": "On peut faire une pause.",
        "objectives": [{"id": "find-help", "text": "Savoir à qui parler.", "frameworks": ["fr.evars"]}],
        "services": ["fr.17", "fr.3018"],
        "lessons": [
            {
                "id": "lesson",
                "title": "La séance",
                "activities": [
                    {
                        "id": "talk",
                        "type": "discussion",
                        "title": "Parler",
                        "duration": 10,
                        "objectives": ["find-help"],
                        "prompts": ["À qui parler ?"],
                        "facilitator": {"steps": ["Lire la question."]},
                    }
                ],
            }
        ],
        "quizzes": [
            {
                "id": "check",
                "title": "Vérifier",
                "use": "practice",
                "items": [
                    {
                        "id": "first",
                        "type": "single_choice",
                        "objective": "find-help",
                        "stem": "Que faire ?",
                        "options": [
                            {"id": "a", "text": "En parler.", "correct": True, "feedback": "Oui."},
                            {"id": "b", "text": "Attendre.", "feedback": "Cela peut durer."},
                            {"id": "c", "text": "Se taire.", "feedback": "Le silence isole."},
                        ],
                        "rationale": "Parler rompt l'isolement.",
                    }
                ],
            }
        ],
        "authors": ["Une autrice"],
        "licence": "CC BY-SA 4.0",
        "review": {"legal": None, "pedagogical": None},
        "preparation": ["Relire « [](protocol:receive.believe) »."],
        "ground_rules": ["On peut sortir."],
        "family_note": ["Chères familles."],
    }
    return {**module, **overrides}


def _service(name: str, number: str, purpose: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"fr.{name}",
        "jurisdiction": "fr",
        **KNOWN,
        "short": number,
        "name": f"Service {number}",
        "group": "talk",
        "contacts": [{"kind": "phone", "value": number}],
        "purpose": purpose,
        "operator": "une association",
        "audience": "tout le monde",
        **more,
    }


def _law(name: str, title: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"fr.{name}",
        "jurisdiction": "fr",
        **KNOWN,
        "title": title,
        "reference": f"article {name}",
        "text": f"La règle : {title}.",
        "group": "images",
        **more,
    }


def base_course() -> dict[str, Any]:
    """Return the files of the tiny course: path to data (YAML), or to text."""
    penalty = {"id": "base", "case": "sans accord", "years": 2, "fine": 60000}
    return {
        MODULE: minimal_module(),
        f"{SHARED}/course.yaml": {
            "title": "Cours",
            "summary": "Un tout petit cours.",
            "edition": date(2026, 11, 22),
            "minors_rule": "fr.minors",
            "emergency": ["fr.17"],
        },
        f"{SHARED}/evidence.yaml": {"facts": [{"id": "F1", "confidence": "medium"}, {"id": "F2", "confidence": "low"}]},
        f"{SHARED}/age_bands.yaml": {
            "entries": [{"id": "12-15", **DEFINED, "title": "12–15 ans", "classes": "cycle 4", "low": 12, "high": 15}]
        },
        f"{SHARED}/frameworks.yaml": {
            "entries": [
                {
                    "id": "fr.evars",
                    **KNOWN,
                    "framework": "EVARS",
                    "title": "EVARS",
                    "reference": "arrêté",
                    "text": "Un programme.",
                }
            ]
        },
        f"{SHARED}/glossary.yaml": {
            "entries": [
                {"id": "help", **DEFINED, "term": "aide", "definition": "Ce que l'on reçoit."},
                {"id": "consent", **DEFINED, "term": "accord", "definition": "Dire oui librement."},
                {"id": "trusted-adult", **DEFINED, "term": "adulte de confiance", "definition": "Il écoute."},
            ]
        },
        f"{SHARED}/protocol.yaml": {
            "entries": [{"id": "receive.believe", **KNOWN, "title": "Écouter", "text": "Écouter sans presser."}]
        },
        f"{SHARED}/sources.yaml": {
            "entries": [{"id": "report", **KNOWN, "title": "Un rapport", "author": "Une équipe", "text": "Son usage."}]
        },
        f"{SHARED}/tools.yaml": {
            "entries": [
                {
                    "id": "hash",
                    **KNOWN,
                    "name": "empreinte",
                    "operator": "police",
                    "status": "in_use",
                    "text": "Une suite.",
                }
            ]
        },
        f"{SHARED}/laws/fr.yaml": {
            "entries": [
                _law("minors", "Les mineurs", group="minors", applies_to_minors=False),
                _law("image", "Diffuser une image", penalties=[penalty]),
                _law("future", "Une loi à venir", status="not_in_force"),
                _law("old", "Une ancienne loi", superseded_by="fr.image"),
            ]
        },
        f"{SHARED}/services/fr.yaml": {
            "entries": [
                _service("17", "17", "Un danger maintenant.", group="danger"),
                _service("119", "119", "Un enfant en danger."),
                _service("3018", "3018", "Un souci en ligne."),
                _service("3020", "3020", "Ancien numéro.", status="closed", superseded_by="fr.3018"),
            ]
        },
        f"{SHARED}/locales/en.po": po("en", {"title": ("Cours", "Course")}),
        "content/fr/index.md": "# Accueil\n\nAppelez le [](service:fr.17), ou lisez [l'aide](help.md).\n",
    }


def po(locale: str, messages: dict[str, tuple[str, str]], *, fuzzy: tuple[str, ...] = (), reviewed_by: str = "") -> str:
    """Return a PO file that translates, by context, a source text into another."""
    head = f'msgid ""\nmsgstr ""\n"Language: {locale}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    head += f'"X-Reviewed-By: {reviewed_by}\\n"\n' if reviewed_by else ""
    blocks = []
    for context, (source, target) in messages.items():
        flag = "#, fuzzy\n" if context in fuzzy else ""
        blocks.append(f'{flag}msgctxt "{context}"\nmsgid "{source}"\nmsgstr "{target}"\n')
    return "\n".join([head, *blocks])


class _Indented(yaml.SafeDumper):
    """Writes lists indented under their key, as authors do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def dumped(data: Any) -> str:
    """Return data as the YAML an author would write; text stays as it is."""
    if isinstance(data, str):
        return data
    return yaml.dump(data, Dumper=_Indented, allow_unicode=True, sort_keys=False, width=10_000)


EMPTY_PO = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n'


def workspace(root: Path, files: dict[str, Any] | None = None) -> Path:
    """Write the tiny course under `root`, with `files` (path to text, data, bytes, or `None` for none) put over it.

    Every module has a catalog, empty unless `files` says otherwise.
    """
    course = {"mkdocs.yml": mkdocs_yml(), **base_course(), **(files or {})}
    for path in [path for path, content in course.items() if path.endswith("/module.yaml") and content is not None]:
        course.setdefault(path.replace("module.yaml", "locales/en.po"), EMPTY_PO)
    for path, content in course.items():
        if content is None:
            continue
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else dumped(content).encode())
    return root


def mkdocs_yml() -> str:
    """Return the real site's `mkdocs.yml`: a tiny site is built the way the real one is, but for its printed sheets."""
    return (PROJECT / "mkdocs.yml").read_text(encoding="utf-8").replace("- balise\n", "- balise: {sheets: false}\n")


def site_workspace(root: Path, files: dict[str, Any] | None = None) -> Path:
    """Write the tiny course with the real theme, ready to be built."""
    workspace(root, files)
    shutil.copytree(PROJECT / "site_overrides", root / "site_overrides")
    return root


def report_of(root: Path, today: date = TODAY) -> str:
    """Return the text report of the course under `root`."""
    return text(check_course(root, today)[1])


def course_of(root: Path) -> Course:
    """Read a course that must be readable."""
    course, report = read_course(root)
    assert course is not None, text(report)
    return course


def yaml_of(file: Path) -> Any:
    """Return what a YAML file says. What is written in Python reads many times slower."""
    return yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def example(family: str, name: str) -> dict[str, Any]:
    """Return the example of an activity or an item, and what is to be seen of it."""
    data = yaml_of(EXAMPLES / family / f"{name}.yaml")
    assert isinstance(data, dict)
    return data


def local_of(root: Path, locale: str = "fr") -> LocalCourse:
    """Read a course in one locale, as a site that offers printed sheets shows it."""
    return LocalCourse(replace(course_of(root), sheets=("fr", locale)), locale)


def catalog(*messages: tuple[str, str, str, bool]) -> Catalog:
    """Return a catalog of (context, msgid, msgstr, fuzzy)."""
    from balise.catalogs import Entry

    entries = {context: Entry(msgid, msgstr, fuzzy, 1) for context, msgid, msgstr, fuzzy in messages}
    return Catalog(Path("en.po"), entries)


def edited(data: Any, path: str, value: Any) -> Any:
    """Return a copy of `data` with `value` at `path`, such as `lessons/0/title`; the last step may be new."""
    whole = copy.deepcopy(data)
    *steps, last = path.split("/")
    part = whole
    for step in steps:
        part = part[int(step) if isinstance(part, list) else step]
    if isinstance(part, list) and int(last) == len(part):
        part.append(value)
    else:
        part[int(last) if isinstance(part, list) else last] = value
    return whole


def removed(data: Any, path: str) -> Any:
    """Return a copy of `data` without what is at `path`."""
    whole = copy.deepcopy(data)
    *steps, last = path.split("/")
    part = whole
    for step in steps:
        part = part[int(step) if isinstance(part, list) else step]
    del part[int(last) if isinstance(part, list) else last]
    return whole
