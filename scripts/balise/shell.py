"""What the shell of a page shows around its content: navigation, languages, words. Plain data for `main.html`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import escape

from balise.catalogs import READY
from balise.course import FALLEN_BACK, SOURCE_LOCALE
from balise.fields import Untranslated
from balise.local import LocalCourse, LocaleName
from balise.messages import Message, message
from balise.plan import Artifact, Section
from balise.typography import set_text

MAIN = (
    ("modules.html", message("Modules")),
    ("print.html", message("À imprimer")),
    ("teachers.html", message("Enseignants")),
    ("prosecutors.html", message("Magistrats et enquêteurs")),
    ("families.html", message("Familles")),
)
FOOTER = (
    ("law.html", message("La loi")),
    ("services.html", message("Les services")),
    ("glossary.html", message("Glossaire")),
    ("protocol.html", message("Si un élève se confie")),
    ("frameworks.html", message("Programmes scolaires")),
    ("sources.html", message("Sources")),
    ("tools.html", message("Outils d'enquête")),
    ("editions.html", message("Éditions des fiches imprimées")),
    ("translations.html", message("Traductions")),
    ("coverage.html", message("Ce que le cours couvre")),
    ("reviews.html", message("Qui a relu ce cours")),
    ("about.html", message("À propos")),
    ("accessibility.html", message("Accessibilité")),
)
READING = {
    "read": message("Lecture"),
    "read_title": message("Confort de lecture"),
    "read_size": message("Taille du texte"),
    "read_normal": message("normale"),
    "read_space": message("Espacer le texte"),
    "read_font": message("Police Atkinson, plus facile à lire"),
    "read_aloud": message("Lire la page à voix haute"),
    "read_pause": message("Mettre en pause"),
    "read_resume": message("Reprendre la lecture"),
    "read_stop": message("Arrêter la lecture"),
    "read_reset": message("Tout remettre comme avant"),
    "read_note": message("Ces choix suivent de page en page dans l'adresse. Rien n'est enregistré."),
}
FOR_ADULTS = ("teach/", "teachers.html", "prosecutors.html")
"""Pages no pupil reads: they offer no way to leave at once, and a projection never goes on there."""
ATKINSON = ("fr", "en", "es")
"""Languages the reading font has every letter of."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the shell must know of a page, whether generated or written by hand."""

    path: str
    title: str
    tab_title: str = ""
    description: str = ""
    audience: str = "site"
    sections: tuple[Section, ...] = ()
    fallback: bool = False
    module: str = ""
    within: str = ""
    """The page this one is a step of."""
    frame: str = ""
    """The template around it; empty for that of most pages."""


def facts_of(artifact: Artifact) -> PageFacts:
    return PageFacts(
        artifact.path,
        artifact.title,
        artifact.tab_title,
        artifact.description,
        artifact.audience,
        artifact.sections,
        module=artifact.module,
        within=artifact.within,
        frame=artifact.frame,
    )


def _way(here: str, there: str, root: str) -> str:
    """Return the way from a page to another: short where they share a folder, as the steps of a module do."""
    folder = here.rpartition("/")[0] + "/"
    if there.startswith(folder):
        return there.removeprefix(folder)
    return root + there if there else ""


class Shell:
    """Makes the `bl` of every page of one locale. `paths` are the pages there are: menus lead nowhere else."""

    def __init__(self, local: LocalCourse, locales: tuple[LocaleName, ...], paths: frozenset[str]) -> None:
        self.paths = paths
        self.local = local
        self.locales = locales
        self.leave = local.settings.exit.replace("{locale}", local.locale)
        unreviewed = message("Traduction pas encore relue par une personne extérieure")
        self.translation = "" if local.reviewed else local.message(unreviewed)
        words = self._words()
        self.words = {name: self.set(word) for name, word in words.items()}
        self.said = {name: self.shown(word) for name, word in words.items()}

    def set(self, text: str) -> str:
        """Set the typography of a string that goes to the page as it is."""
        return set_text(text, self.local.locale)

    def shown(self, text: str) -> str:
        """Return the text of an element as HTML: escaped, and marked with its language where it is not translated."""
        if isinstance(text, Untranslated):
            return f"<span {FALLEN_BACK}>{escape(set_text(text, SOURCE_LOCALE))}</span>"
        return str(escape(self.set(text)))

    def of(self, page: PageFacts) -> dict[str, Any]:
        """Return everything `main.html` shows around a page."""
        root = "../" * page.path.count("/")
        site = page.tab_title or f"{page.title} – {self.local.settings.title}"
        return {
            "locale": self.local.locale,
            "direction": "rtl" if self.local.direction == "rtl" else "ltr",
            "root": root,
            "assets": f"{root}../",
            "audience": page.audience,
            "tab_title": self.set(site),
            "site_name": self.shown(self.local.settings.title),
            "home": f"{root}index.html",
            "help": f"{root}help.html",
            "leave": "" if page.path.startswith(FOR_ADULTS) else self.leave,
            "adults": " ".join(FOR_ADULTS),
            "reading_font": self.local.locale in ATKINSON,
            "main_nav": self._nav(MAIN, root, page.path),
            "footer_nav": self._nav(FOOTER, root, page.path),
            "alternates": self._alternates(page.path, root),
            "sections": [self._section(one, page, root) for one in page.sections],
            "contents": "steps" if page.within else "on_this_page",
            "partial": page.fallback or self._untranslated(page.module),
            "fallback": page.fallback,
            "source": SOURCE_LOCALE,
            "translation": self.shown(self.translation),
            "words": self.words,
            "said": self.said,
        }

    def _untranslated(self, module: str) -> bool:
        """Whether most of a module is still in the source locale here."""
        states = self.local.course.states.get(module, ())
        return any(state.locale == self.local.locale and state.percent < READY for state in states)

    def _section(self, one: Section, page: PageFacts, root: str) -> dict[str, Any]:
        title = Untranslated(one.title) if page.fallback else one.title
        href = _way(page.path, one.path, root) + (f"#{one.anchor}" if one.anchor else "")
        return {"href": href, "title": self.shown(title), "current": one.path == page.path}

    def _nav(self, pages: tuple[tuple[str, Message], ...], root: str, current: str) -> list[dict[str, Any]]:
        return [
            {"href": root + path, "title": self.shown(self.local.message(title)), "current": path == current}
            for path, title in pages
            if path in self.paths
        ]

    def _alternates(self, path: str, root: str) -> list[dict[str, Any]]:
        return [
            {
                "tag": name.tag,
                "endonym": name.endonym,
                "href": f"{root}../{name.tag}/{path}",
                "current": name.tag == self.local.locale,
            }
            for name in self.locales
        ]

    def _words(self) -> dict[str, str]:
        local = self.local
        edition = message("Textes et services : édition du {date}")
        reading = {name: local.message(word) for name, word in READING.items()}
        return {
            **reading,
            "main": local.message("Navigation principale"),
            "footer": local.message("Toutes les pages"),
            "languages": local.message("Langues"),
            "on_this_page": local.message("Sur cette page"),
            "steps": local.message("Étapes"),
            "help": local.message("Trouver de l'aide"),
            "search": local.message("Rechercher"),
            "search_close": local.message("Fermer la recherche"),
            "search_none": local.message("Aucun résultat."),
            "search_hint": local.message(
                "Un ou plusieurs mots. Rien de ce que tu cherches n'est enregistré ni envoyé."
            ),
            "search_count": local.message("Résultats : {n}"),
            "menu": local.message("Menu"),
            "skip": local.message("Aller au contenu"),
            "untranslated": local.message("Cette page n'est pas encore traduite : elle est affichée en français."),
            "privacy": local.message(
                "Ce site n'enregistre rien : ni cookie, ni mesure d'audience, ni réponse aux quiz."
            ),
            "edition": local.phrase(edition, date=local.date(local.course.settings.edition)),
            "leave": local.message("Quitter vite cette page"),
            "leave_how": local.message("Ou la touche Maj, trois fois de suite."),
            "leave_two": local.message("Touche Maj : encore deux fois pour quitter cette page."),
            "leave_one": local.message("Touche Maj : encore une fois pour quitter cette page."),
            "leave_over": local.message("Touche Maj : trop de temps a passé. Recommence pour quitter cette page."),
            "leave_about": local.message("Quitter cette page : ce que ça fait"),
        }
