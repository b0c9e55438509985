"""How easy a text is to read: what is counted of it at once is what is counted sentence by sentence."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from balise.reading import sentences, tally

PIECES = st.sampled_from(
    ["mot", "l'ami", "peut-être", "3018", " ", "\n\n- ", ".", "?", " !", " :", "; ", "…", "« ", " »", "**", "[](law:x)"]
)


@given(texts=st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=3))
@example(texts=["Non ! ! Oui."])
@example(texts=["« Non. » Oui"])
def test_sentences_and_words_are_as_many_counted_together(texts: list[str]) -> None:
    told = [words for text in texts for words in sentences(text)]
    counted = tally(texts, "fr")
    assert (counted.sentences, counted.words) == (len(told), sum(map(len, told)))
