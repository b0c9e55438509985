"""What stands at the root of a site, above its languages: choosing one, a wrong address, the sitemap."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import escape

from balise import remembered
from balise.catalogs import INTERFACE, Catalog
from balise.course import SOURCE_LOCALE, Course
from balise.local import LocaleName, locale_names
from balise.messages import message
from balise.metadata import HELP, HOME, Head, alternates_of, prefix_of, root_head
from balise.typography import set_text

NOT_FOUND = "404.html"
ELSEWHERE = "page.html"
"""Where leaving a page leads without a network: its name must say nothing."""
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def root_page(course: Course, locales: tuple[str, ...], base: str) -> dict[str, Any]:
    """Return the `bl` of the page where a language is chosen."""
    names = locale_names(locales)
    settings = course.settings
    return {
        "locale": names[0].tag,
        "assets": "",
        "tab_title": settings.title,
        "alternates": names,
        "head": root_head(base, settings.summary, settings.title, locales),
    }


def not_found_page(course: Course, locales: tuple[str, ...], base: str) -> dict[str, Any]:
    """Return the `bl` of the page for a wrong address. It may be shown at any depth: its links begin at the root."""
    names = locale_names(locales)
    prefix = prefix_of(base)
    return {
        "locale": names[0].tag,
        "assets": prefix,
        "tab_title": f"404 – {course.settings.title}",
        "languages": [_ways_on(course.root, name, prefix) for name in names],
        "head": Head(description="", indexed=False),
    }


def elsewhere_page(course: Course, locales: tuple[str, ...], base: str) -> dict[str, Any]:  # noqa: ARG001
    """Return the `bl` of the page shown instead of another, which names neither the site nor its subject."""
    return {"locale": SOURCE_LOCALE, "head": Head(description="", indexed=False)}


def _ways_on(root: Path, name: LocaleName, prefix: str) -> dict[str, Any]:
    """Return what the page for a wrong address says in one locale, and where it leads."""
    catalog = remembered.read(root, INTERFACE / f"{name.tag}.po")
    return {
        "tag": name.tag,
        "direction": name.direction,
        "text": _word(catalog, name.tag, message("Cette page n'existe pas, ou elle a changé d'adresse.")),
        "help": _word(catalog, name.tag, message("Trouver de l'aide")),
        "help_href": f"{prefix}{name.tag}/{HELP}",
        "home": _word(catalog, name.tag, message("Aller à l'accueil")),
        "home_href": f"{prefix}{name.tag}/{HOME}",
    }


def _word(catalog: Catalog, locale: str, text: str) -> dict[str, str]:
    """Return a word of the interface, with the language it is in: French where the catalog lacks it."""
    own = catalog.current(text, text)
    language = locale if own else SOURCE_LOCALE
    return {"text": set_text(own or text, language), "lang": language}


def sitemap(base: str, pages: dict[str, tuple[str, ...]]) -> str:
    """Return `sitemap.xml`. `pages` maps each locale to the paths search engines may list."""
    locales = tuple(pages)
    entries = [_entry(base, alternates_of(base, HOME, locales))]
    for tag, paths in pages.items():
        for path in paths:
            having = tuple(other for other in locales if path in pages[other])
            entries.append(_entry(f"{base}{tag}/{path}", alternates_of(base, path, having)))
    return f"{XML}<urlset {NAMESPACES}>\n{''.join(entries)}</urlset>\n"


def _entry(address: str, alternates: tuple[tuple[str, str], ...]) -> str:
    links = [f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(href)}"/>\n' for tag, href in alternates]
    return f"<url>\n<loc>{escape(address)}</loc>\n{''.join(links)}</url>\n"


def robots(base: str) -> str:
    """Return `robots.txt`: everything may be read, and the sitemap is named."""
    return f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"


PAGES = {
    HOME: ("root.html", root_page),
    NOT_FOUND: ("404.html", not_found_page),
    ELSEWHERE: ("page.html", elsewhere_page),
}
"""The pages at the root: the template of each, and what makes its `bl`."""
