"""A module's page as linked data: a schema.org `LearningResource` with the properties of LRMI, as JSON-LD.

Catalogues of teaching resources read it. It says what the page says: never what a quiz answers.
"""

from __future__ import annotations

import json
import re
from typing import Any

from balise.course import SOURCE_LOCALE
from balise.fields import Untranslated
from balise.local import LocalCourse
from balise.markup import plain
from balise.model import Module
from balise.registries.framework import Framework
from balise.registries.term import Term
from balise.shell import PageFacts

LICENCE = re.compile(r"CC (BY(?:-(?:SA|NC|ND))*) ([0-9]\.[0-9])")
FRAMEWORKS = {"code": "Code de l'éducation"}
Data = dict[str, Any]


def described(local: LocalCourse, page: PageFacts, base: str, locales: tuple[str, ...]) -> Data:
    """Return the page of a module as a `LearningResource`. Without a base, addresses are relative to the page."""
    module = local.modules[page.module]
    here = f"{base}{local.locale}/{page.path}" if base else page.path.rpartition("/")[2]
    root = f"{base}{local.locale}/" if base else "../" * page.path.count("/")
    return {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "@id": here,
        "url": here,
        "name": _said(module.title),
        "description": _said(module.summary),
        "inLanguage": local.locale,
        **_teaching(local, module, root),
        **(_alignments(local, module) if page.audience == "facilitator" else {}),
        **_audience(page, module, root),
        **_rights(local, module),
        **_translations(local.locale, page.path, base, locales),
    }


def serialised(data: Data) -> str:
    """Return JSON that no HTML parser can take for the end of its script, or for a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _said(text: str) -> str | Data:
    """Return plain words, with their language where it is not the page's."""
    words = plain(text)
    return {"@language": SOURCE_LOCALE, "@value": words} if isinstance(text, Untranslated) else words


def _teaching(local: LocalCourse, module: Module, root: str) -> Data:
    return {
        "about": [_term(term, root) for term in local.registry.pick(Term, module.topics)],
        "teaches": [_said(objective.text) for objective in module.objectives],
        "typicalAgeRange": module.ages,
        "timeRequired": f"PT{module.duration}M",
    }


def _alignments(local: LocalCourse, module: Module) -> Data:
    """Return the school texts a module answers: its guide says so, of which the learners' page, kept light, is part."""
    wanted = dict.fromkeys(name for objective in module.objectives for name in objective.frameworks)
    return {"educationalAlignment": [_alignment(entry) for entry in local.registry.pick(Framework, tuple(wanted))]}


def _term(term: Term, root: str) -> Data:
    glossary = f"{root}glossary.html"
    return {
        "@type": "DefinedTerm",
        "name": _said(term.term),
        "url": f"{glossary}#{term.anchor}",
        "inDefinedTermSet": glossary,
    }


def _alignment(entry: Framework) -> Data:
    found: Data = {
        "@type": "AlignmentObject",
        "alignmentType": "teaches",
        "educationalFramework": FRAMEWORKS.get(entry.framework, entry.framework),
        "targetName": _said(entry.title),
    }
    return {**found, "targetUrl": entry.source[0]} if entry.source else found


ROLES = {"pupils": "student", "staff": "teacher", "families": "parent"}


def _audience(page: PageFacts, module: Module, root: str) -> Data:
    """Return whom the page is for, and the module's page for the other audience: the learners' is part of the guide."""
    learner, guide = f"{root}learn/{module.code}.html", f"{root}teach/{page.module}.html"
    if page.audience == "facilitator":
        role, kind, use, other = "teacher", "lesson plan", "professional support", {"hasPart": {"@id": learner}}
    else:
        role, kind, use, other = ROLES[module.audience], "lesson", "instruction", {"isPartOf": {"@id": guide}}
    return {
        "learningResourceType": kind,
        "educationalUse": use,
        "audience": {"@type": "EducationalAudience", "educationalRole": role},
        **other,
    }


def _rights(local: LocalCourse, module: Module) -> Data:
    known = LICENCE.fullmatch(module.licence)
    edition = local.course.settings.edition.isoformat()
    return {
        "author": list(module.authors),
        "license": f"https://creativecommons.org/licenses/{known[1].lower()}/{known[2]}/" if known else module.licence,
        "isAccessibleForFree": True,
        "accessMode": ["textual"],
        "accessibilityFeature": ["structuralNavigation", "tableOfContents"],
        "datePublished": edition,
        "version": edition,
    }


def _translations(locale: str, path: str, base: str, locales: tuple[str, ...]) -> Data:
    """Return the same page in other locales: a translation names the source, the source names its translations."""
    root = base or "../" * (path.count("/") + 1)
    works = {tag: {"@type": "LearningResource", "@id": f"{root}{tag}/{path}", "inLanguage": tag} for tag in locales}
    if locale != SOURCE_LOCALE:
        return {"translationOfWork": works[SOURCE_LOCALE]} if SOURCE_LOCALE in works else {}
    others = [work for tag, work in works.items() if tag != locale]
    return {"workTranslation": others} if others else {}
