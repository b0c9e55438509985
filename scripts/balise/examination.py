"""What must be known of every module before a page is made: examined in parts, on every core; remembered by content.

That is what is wrong in it, how far its translations are, what it is called in each language, and what it refers to.
It depends on its own files, the registries, which modules there are, and the program: not on the day, nor on what other
modules say. What all modules share is examined as a part of its own, once a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import TypeAdapter

from balise.cache import registries
from balise.catalogs import INTERFACE, State
from balise.checking import all_checks, run_checks
from balise.course import SHARED, SOURCE_LOCALE, Course, Document, Gist
from balise.diagnostics import Diagnostic, Report
from balise.digests import digest, held_by, program, templates, tree
from balise.i18n import Group, interface, state_of, states_of
from balise.parallel import each, shares, worth
from balise.pictures import media_folder
from balise.place import EDITIONS
from balise.progress import Say, silent
from balise.read import broken
from balise.store import memory

ALL = ""
"""The name of what all modules share."""


@dataclass(slots=True)
class Examined:
    """What is known of a module. `states` are in the order of the locales; `titles` are those that are translated.

    Of what all share, `states` are those of the interface, then those of the registries.
    """

    found: list[Diagnostic]
    states: list[State]
    titles: dict[str, str] = field(default_factory=dict)
    gist: Gist | None = None


NOTE: TypeAdapter[Examined] = TypeAdapter(Examined)


def examine(
    course: Course,
    scope: tuple[str, ...],
    today: date,
    workers: int,
    say: Say = silent,
) -> tuple[Course, dict[str, Examined]]:
    """Return the course with what is known of its modules, and that itself, by their slugs.

    What is wrong is looked for in the source locale and in those of `scope`. `say` is told how many parts have been
    examined, and of how many.
    """
    course = replace(course, scope=tuple(one for one in course.locales if one == SOURCE_LOCALE or one in scope))
    examiner = Examiner(replace(course, place=""), today)  # local editions fill holes in pages already made
    known = examiner.recall()
    missing = [slug for slug in course.modules if slug not in known]
    parts = [*([] if ALL in known else [(ALL,)]), *shares(missing, workers)]
    all_checks()  # found once: every process inherits them
    for number, (_, some) in enumerate(each(examiner, parts, worth(workers, missing)), 1):
        known |= some
        say(number, len(parts))
    for slug, document in course.modules.items():
        document.gist_ = known[slug].gist
    titles = {slug: known[slug].titles for slug in course.modules}
    return replace(course, states=_states(course, known), titles=titles), known


def report_of(known: dict[str, Examined]) -> Report:
    """Return what is wrong."""
    return Report([one for examined in known.values() for one in examined.found])


def _states(course: Course, known: dict[str, Examined]) -> dict[str, tuple[State, ...]]:
    shared, others = known[ALL].states, len(course.locales) - 1
    own = {slug: tuple(known[slug].states) for slug in course.modules}
    return {"": tuple(shared[:others]), SHARED: tuple(shared[others:]), **own}


class Examiner:
    """Examines parts of a course."""

    def __init__(self, course: Course, today: date) -> None:
        self.course, self.day = course, today
        self.others = tuple(locale for locale in course.locales if locale != SOURCE_LOCALE)
        self.store = memory(course.root)
        self.keys = dict(_keys(course, self.others, today))

    def recall(self) -> dict[str, Examined]:
        """Return what was found in an earlier build and cannot have changed."""
        return dict(self.store.recall(self.keys, NOTE))

    def __call__(self, slugs: tuple[str, ...]) -> dict[str, Examined]:
        """Examine some modules, or what all share."""
        found = {ALL: self._shared()} if slugs == (ALL,) else dict(self._modules(slugs))
        for slug, one in found.items():
            self.store.write(self.keys[slug], NOTE.dump_python(one, mode="json"))
        return found

    def _modules(self, slugs: tuple[str, ...]) -> Iterator[tuple[str, Examined]]:
        part = self.course.part(slugs)
        wrong = [*broken(part), *run_checks(part, self.day)]
        for slug, document in part.modules.items():
            folder = document.source.file.parent
            found = [one for one in wrong if one.location.file.is_relative_to(folder)]
            titles = {locale: title for locale in self.others if (title := document.title(locale))}
            yield slug, Examined(found, self._states(slug, (document,)), titles, document.gist())
            document.forget()

    def _shared(self) -> Examined:
        shared = self.course.part(())
        wrong = [*broken(shared), *run_checks(shared, self.day)]
        return Examined(wrong, [*states_of(interface(), self.others), *self._states(SHARED, shared.shared)])

    def _states(self, name: str, documents: tuple[Document, ...]) -> list[State]:
        own = documents[0].catalogs
        return [state_of(Group(name, own.folder, documents), own[locale], locale) for locale in self.others]


def _keys(course: Course, others: tuple[str, ...], today: date) -> Iterator[tuple[str, str]]:
    """Yield a hash of all that is found of each module depends on, by its slug."""
    modules = f"{course.scope} {course.locales} {sorted(course.codes.items())} {sorted(course.jurisdictions)}"
    common = digest([program(), modules.encode(), registries(course, course.locales)])
    for slug, document in course.modules.items():
        # Of catalogs, the names too: one that is missing is told once, for every locale.
        catalogs = (part for name, held in document.catalogs.digests.items() for part in (name.encode(), held))
        own = [document.source.digest, tree(media_folder(course.root, slug)), *catalogs]
        yield slug, f"module-{digest([common, *own]).hex()}"
    root, editions = course.root, course.root / "modules" / SHARED / EDITIONS
    read = [templates(root), *map(tree, (root / "content", editions, media_folder(root, SHARED)))]
    words = (held_by(INTERFACE / f"{one}.po") for one in others)
    yield ALL, f"module-{digest([str(today).encode(), common, *read, *words]).hex()}"
