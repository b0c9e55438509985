"""What is known of words: right however many there are, and never more of it than there is room for."""

from __future__ import annotations

from balise.lexicon import MOST_WORDS, Lexicon


def test_a_word_forgotten_is_worked_out_again() -> None:
    lengths = Lexicon(len)
    words = [*("a" * (1 + number % 7) + str(number) for number in range(MOST_WORDS + 5)), "a0"]
    assert [lengths[word] for word in words] == [len(word) for word in words]
    assert len(lengths) <= MOST_WORDS
