"""PO files: what is written is read back, the same bytes each time, and a broken file is a diagnostic."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise.catalogs import Catalog, Entry, Message, read, standard_headers, write
from balise.plain_po import plain_entries
from builders import po

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(' \n\t"\\%{}'), min_size=1, max_size=30)
MESSAGES = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}(/[a-z0-9-]{1,8}){0,3}", fullmatch=True), st.tuples(TEXT, TEXT, st.booleans()), max_size=6
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("catalogs")


@given(messages=MESSAGES)
def test_what_is_written_is_read_back(messages: dict[str, tuple[str, str, bool]], folder: Path) -> None:
    file = folder / "en.po"
    write(file, [Message(context, *message) for context, message in messages.items()], standard_headers("en"))
    catalog = read(file)
    assert catalog.diagnostics == []
    found = {context: (entry.msgid, entry.msgstr, entry.fuzzy) for context, entry in catalog.messages.items()}
    assert found == messages


def test_a_file_is_written_this_way(tmp_path: Path) -> None:
    file = tmp_path / "locales" / "pt-BR.po"
    messages = [
        Message("title", "Une séance", "Uma sessão", comments=("« sessão », not « aula »",)),
        Message("note", 'Un "mot"\net un autre', "Uma \\ palavra", fuzzy=True),
        Message("later", "Plus tard", fuzzy=True),
    ]
    assert write(file, messages, standard_headers("pt-BR", "Ana")) is True
    assert file.read_text(encoding="utf-8") == (
        'msgid ""\nmsgstr ""\n'
        '"Project-Id-Version: Balise\\n"\n"Language: pt_BR\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n"X-Reviewed-By: Ana\\n"\n'
        '\n# « sessão », not « aula »\nmsgctxt "title"\nmsgid "Une séance"\nmsgstr "Uma sessão"\n'
        '\n#, fuzzy\nmsgctxt "note"\nmsgid ""\n"Un \\"mot\\"\\n"\n"et un autre"\nmsgstr "Uma \\\\ palavra"\n'
        '\nmsgctxt "later"\nmsgid "Plus tard"\nmsgstr ""\n'
    )


def test_writing_again_changes_nothing_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "en.po"
    messages = [Message("title", "Une séance", "A session")]
    assert write(file, messages, standard_headers("en")) is True
    before = file.read_bytes(), file.stat().st_mtime_ns
    assert write(file, messages, standard_headers("en")) is False
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert write(file, [Message("title", "Une séance", "One session")], standard_headers("en")) is True


@pytest.mark.parametrize("name", ["Ana", "Ana Đurić, juriste", 'Ana "Nina" P.', "a\\b"])
def test_the_name_of_a_reviewer_is_read_back(name: str, tmp_path: Path) -> None:
    file = tmp_path / "en.po"
    write(file, [Message("title", "Une séance", "A session")], standard_headers("en", name))
    catalog = read(file)
    assert catalog.diagnostics == []
    assert catalog.reviewed_by == name
    assert catalog.current("title", "Une séance") == "A session"


def test_a_catalog_without_a_reviewer_has_none(tmp_path: Path) -> None:
    file = tmp_path / "en.po"
    file.write_text(po("en", {"title": ("Une séance", "A session")}), encoding="utf-8")
    assert read(file).reviewed_by == ""


def test_a_file_that_is_missing_is_an_empty_catalog(tmp_path: Path) -> None:
    assert read(tmp_path / "en.po") == Catalog(tmp_path / "en.po")


def test_a_translation_is_current_only_for_its_own_words() -> None:
    entries = {
        "good": Entry("Oui", "Yes", fuzzy=False, line=1),
        "fuzzy": Entry("Oui", "Yes", fuzzy=True, line=2),
        "empty": Entry("Oui", "", fuzzy=False, line=3),
    }
    catalog = Catalog(Path("en.po"), entries)
    names = ("good", "fuzzy", "empty", "none")
    assert [catalog.current(name, "Oui") for name in names] == ["Yes", None, None, None]
    assert [catalog.state(name, "Oui") for name in names] == ["translated", "fuzzy", "missing", "missing"]
    assert catalog.current("good", "Oui !") is None
    assert catalog.state("good", "Oui !") == "fuzzy"


def test_messages_know_their_line_and_obsolete_ones_are_gone(tmp_path: Path) -> None:
    file = tmp_path / "en.po"
    kept = po("en", {"title": ("Une séance", "A session")})
    file.write_text(kept + '\n#~ msgctxt "old"\n#~ msgid "Vieux"\n#~ msgstr "Old"\n', encoding="utf-8")
    assert read(file).messages == {"title": Entry("Une séance", "A session", fuzzy=False, line=7)}


@pytest.mark.parametrize(
    "content",
    [
        b'msgid "S\xe9ance"\nmsgstr "x"\n',
        b'mssgid "x"\n',
        b'msgid "x"\nmsgstr "a\n',
        b"msgid x\nmsgstr y\n",
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=klingon\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        b'msgid ""\nmsgstr ""\n"Plural-Forms: nonsense\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        b'msgid ""\nmsgstr ""\n"Language: klingon\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        b'msgid ""\nmsgstr ""\n"PO-Revision-Date: hier\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        b'<<<<<<< ours\nmsgid "a"\nmsgstr "b"\n',
    ],
)
def test_what_no_translator_meant_is_said_or_harmless_never_raised(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "en.po"
    file.write_bytes(content)
    catalog = read(file)
    if not catalog.diagnostics:
        assert catalog.current("a", "a") == "b"
    else:
        (found,) = catalog.diagnostics
        assert (found.code, found.location.file) == ("po-syntax", file)


@given(content=st.binary(max_size=120))
def test_bytes_never_raise(content: bytes, folder: Path) -> None:
    file = folder / "bytes.po"
    file.write_bytes(content)
    assert [one.code for one in read(file).diagnostics] in ([], ["po-syntax"])


PIECES = st.sampled_from(
    [
        *['msgid "a"\n', 'msgstr "b"\n', 'msgctxt "c"\n', 'msgid ""\n', 'msgstr ""\n', '"x"\n', '"Language: en\\n"\n'],
        *["#, fuzzy\n", "#~ ", "# \n", "\n", '"', "\\", 'msgid_plural "d"\n', 'msgstr[0] "e"\n', "msgstr[x]"],
        *['msgstr[9] "f"\n', "#. c\n", "#: a:1\n", "é"],
    ]
)


@given(content=st.lists(PIECES, max_size=14).map("".join))
def test_pieces_of_po_files_never_raise(content: str, folder: Path) -> None:
    file = folder / "pieces.po"
    file.write_text(content, encoding="utf-8")
    assert [one.code for one in read(file).diagnostics] in ([], ["po-syntax"])


HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n'
ONE = 'msgctxt "a"\nmsgid "Un"\nmsgstr "One"\n'
FORMS = {
    "one": HEAD + ONE,
    "two": f'{HEAD}{ONE}\nmsgctxt "b"\nmsgid "Deux"\nmsgstr ""\n',
    "flags": f"{HEAD}#, fuzzy, python-brace-format\n{ONE}\n#, python-brace-format\n{ONE.replace('a', 'b')}",
    "lines": f'{HEAD}msgid ""\n"Un\\n"\n"Deux « \\"trois\\" »"\nmsgstr "One\\n"\n"\\tTwo \\\\ three"\n',
    "comments": f"{HEAD}# a note\n{ONE}",
    "gone": f'{HEAD}{ONE}\n#~ msgid "Deux"\n#~ msgstr "Two"\n',
    "twice": f"{HEAD}{ONE}\n{ONE.replace('One', 'Uno')}",
    "empty lines": f"{HEAD}\n\n{ONE}\n\n",
    "no end of line": HEAD + ONE.rstrip(),
    "no header": ONE,
    "broken": f'{HEAD}{ONE}\nmssgid "Deux"\n',
    "open": f'{HEAD}{ONE}\nmsgid "Deux\nmsgstr "Two"\n',
}


@pytest.mark.parametrize("form", FORMS)
def test_a_file_reads_the_same_whichever_way_is_taken(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "en.po"
    file.write_text(FORMS[form], encoding="utf-8")
    quick = read(file)
    monkeypatch.setattr("balise.catalogs.plain_entries", lambda _: None)
    assert read(file) == quick


def test_what_is_written_is_read_the_short_way(tmp_path: Path) -> None:
    file = tmp_path / "en.po"
    messages = [Message("a", "Un\nDeux", 'One "two"'), Message("b", "Trois {n}", "", fuzzy=True), Message("", "Quatre")]
    write(file, messages, standard_headers("en"))
    found = plain_entries(file.read_text(encoding="utf-8"))
    assert found is not None
    said = [("a", "Un\nDeux", 'One "two"'), ("b", "Trois {n}", ""), ("", "Quatre", "")]
    assert [(one.context, one.msgid, one.msgstr) for one in found] == said
