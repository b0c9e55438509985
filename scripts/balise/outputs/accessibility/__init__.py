"""The accessibility statement: what is aimed at, what programs found and when, what nobody has tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from balise.audit import Audit, Scheme, Width, digest_of
from balise.local import LocalCourse, LocaleName, locale_names
from balise.messages import Message, message
from balise.plan import Artifact, SearchEntry, Section

WIDTHS: dict[Width, Message] = {
    "360": message("360 pixels"),
    "1280": message("1 280 pixels"),
    "400 %": message("agrandi 4 fois"),
}
SCHEMES: dict[Scheme, Message] = {"light": message("Couleurs claires"), "dark": message("Couleurs sombres")}
SECTIONS = {
    "aim": message("Ce que nous visons"),
    "programs": message("Ce que des programmes ont vérifié"),
    "people": message("Ce que personne n'a encore essayé"),
    "limits": message("Ce qui peut gêner"),
    "ways": message("D'autres façons de lire"),
    "report": message("Signaler un obstacle"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One language of a table of results: pages looked at, and findings at each width; `None` when not looked at."""

    name: LocaleName
    pages: int
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What the page says of an audit."""

    audit: Audit
    outdated: bool
    widths: tuple[str, ...]
    tables: tuple[tuple[str, tuple[Row, ...]], ...]
    findings: tuple[tuple[str, int], ...]
    pages: int
    languages: int
    stops: int
    lost: int


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield the statement."""
    audit = local.course.audit
    title = local.message("Accessibilité")
    summary = local.message("Ce qui a été vérifié, ce qui ne l'a pas été, et ce qui peut encore gêner.")
    words = {name: local.message(said) for name, said in SECTIONS.items()}
    yield Artifact(
        path="accessibility.html",
        template="outputs/accessibility/page.html",
        title=title,
        data={"results": results(local, audit) if audit else None, "titles": words, "summary": summary},
        description=summary,
        sections=tuple(Section(name, said) for name, said in words.items()),
        search=(SearchEntry("", title, summary),),
    )


def results(local: LocalCourse, audit: Audit) -> Results:
    """Return the figures of an audit as the page shows them."""
    locales = tuple(dict.fromkeys(look.locale for look in audit.looks))
    names = locale_names(locales)
    found: dict[str, int] = {}
    for look in audit.looks:
        for rule, count in look.findings.items():
            found[rule] = found.get(rule, 0) + count
    return Results(
        audit=audit,
        outdated=audit.digest != digest_of(local.course.root),
        widths=tuple(local.message(said) for said in WIDTHS.values()),
        tables=tuple(
            (local.message(said), tuple(_row(audit, scheme, name) for name in names))
            for scheme, said in SCHEMES.items()
        ),
        findings=tuple(sorted(found.items())),
        pages=sum(max(look.pages for look in audit.looks if look.locale == locale) for locale in locales),
        languages=len(locales),
        stops=sum(walk.stops for walk in audit.keyboard),
        lost=sum(walk.findings for walk in audit.keyboard),
    )


def _row(audit: Audit, scheme: Scheme, name: LocaleName) -> Row:
    own = {look.width: look for look in audit.looks if (look.scheme, look.locale) == (scheme, name.tag)}
    counts = tuple(own[width].count if width in own else None for width in WIDTHS)
    return Row(name, max((look.pages for look in own.values()), default=0), counts)
