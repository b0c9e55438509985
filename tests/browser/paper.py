"""A page as a printer gives it: the words on it, and what should be on one sheet but is on two."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

# What one reads or cuts out in one go, and what is nothing without what follows it.
UNITS = """.bl-chat > section, .bl-sort__cards > li, .bl-sort__categories, .bl-map > li, .bl-brief__law,
.bl-quiz__items > li, .bl-ticket, .bl-plan, .bl-points, .bl-note, .bl-people__one, .bl-chat__person, .bl-role,
.bl-prompts > li, tr, .bl-likely > div, .bl-key__items > li, .bl-say, .bl-notes__watch, .bl-plan-table, .bl-service,
.bl-help, .bl-law, .bl-entry, .bl-danger, .bl-module-card, .bl-door, .bl-terms > div"""
TITLES = "h1, h2, h3, h4, .bl-label, legend, caption, summary"

# A browser writes in the file where each place that is linked to has come: both ends of a unit are made such places.
_MARK = """([units, titles]) => {
  const main = document.querySelector("main"), texts = [], kept = [];
  const hidden = ".bl-visually-hidden, select, textarea, .bl-chat p + p > b";
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, box = node.parentElement;
    if (node.data.trim() && box.checkVisibility() && !box.closest(hidden)) texts.push(node);
  }
  for (const one of main.querySelectorAll(units + "," + titles)) {
    const own = texts.filter(node => one.contains(node));
    if (!own.length) continue;
    const last = own[own.length - 1], next = texts[texts.indexOf(last) + 1];
    const name = one.className + ": " + one.textContent.trim().replace(/\\s+/g, " ").slice(0, 60);
    if (one.matches(units)) kept.push([own[0], last, name]);
    if (one.matches(titles) && next) kept.push([last, next, name]);
  }
  const mark = (name, inset, place) => {
    const span = document.createElement("span"), link = document.createElement("a");
    span.id = name;
    link.href = "#" + name;
    link.hidden = true;
    place(span);
    main.append(link);
    const box = /flex|grid/.test(getComputedStyle(span.parentElement).display);
    // At the very edge it would be off the sheet.
    span.style.cssText = box ? "position: absolute" : "position: relative; inset-inline-start: " + inset;
    if (box) span.style.marginInlineStart = "1px";
  };
  kept.forEach(([first, last], n) => {
    mark("mark-" + n + "-a", "1px", span => first.before(span));
    mark("mark-" + n + "-z", "-1px", span => last.after(span));
  });
  return kept.map(([, , name]) => name);
}"""


@dataclass(frozen=True)
class Paper:
    """What came out of the printer."""

    file: Path
    kept: list[str]
    """What must be on one sheet."""

    def words(self, *options: str) -> str:
        """Return the text of the sheets, each ended by a form feed."""
        return _run("pdftotext", *options, self.file, "-")

    def parted(self) -> list[str]:
        """Return what begins on one sheet and ends on another."""
        found = re.findall(r'^ *(\d+) .*"mark-(\d+)-([az])"', _run("pdfinfo", "-dests", self.file), re.MULTILINE)
        sheets = {(int(number), end): int(sheet) for sheet, number, end in found}
        assert len(sheets) == 2 * len(self.kept)
        return [one for number, one in enumerate(self.kept) if sheets[number, "a"] != sheets[number, "z"]]


def _run(program: str, *arguments: str | Path) -> str:
    path = shutil.which(program)
    assert path, f"no {program}: install poppler-utils"
    return subprocess.run([path, *arguments], capture_output=True, text=True, check=True).stdout


def solid(text: str) -> str:
    """Return the letters and digits of a text: where lines break does not matter."""
    return re.sub(r"[\W_]", "", text)


def printed(page: Page, address: str, folder: Path, *, marked: bool = False) -> Paper:
    """Print a page; marks at both ends of each unit tell afterwards which sheet it came on."""
    page.goto(address)
    page.emulate_media(media="print")
    kept = page.evaluate(_MARK, [UNITS, TITLES]) if marked else []
    page.pdf(path=folder / "paper.pdf", prefer_css_page_size=True)
    return Paper(folder / "paper.pdf", kept)
