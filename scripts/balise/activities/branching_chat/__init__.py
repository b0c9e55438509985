"""A simulated conversation the learner steers: noticing warning signs, and getting out.

Without JavaScript and on paper it is a numbered game-book.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown, Part, Slug, Text
from balise.parts import Activity


class Speaker(Part):
    """Somebody in the conversation. Everyone is fictional."""

    name: Text
    """First name or screen name."""
    about: Text
    """What the learner knows of them at the start."""


class Reply(Part):
    """Something the learner can answer."""

    text: Text
    """The words, as the learner would write them, or an action in brackets."""
    to: Slug
    """Id of the node it leads to."""


class Node(Part):
    """One moment of the conversation: it goes on through `replies` or ends through `ending`."""

    id: Slug
    """A short name, unique here."""
    says: tuple[Text, ...] = ()
    """Messages received, in order."""
    narration: Markdown | None = None
    """What happens around the messages."""
    sign: Markdown | None = None
    """The warning sign to notice here."""
    replies: tuple[Reply, ...] = ()
    """What the learner can answer."""
    ending: Literal["out", "not_too_late"] | None = None
    """`out`: the learner got out; `not_too_late`: it went further, and help still works."""
    debrief: Markdown | None = None
    """At an ending: what happened, whose fault it is not, what to do now."""


class BranchingChat(Activity):
    """A graph of nodes: every one reachable, every target existing, every path ending."""

    type: Literal["branching_chat"]
    intro: Markdown
    """The situation, and that everyone in it is fictional."""
    learner: Speaker
    """Whom the learner plays."""
    other: Speaker
    """Who writes to them."""
    nodes: tuple[Node, ...] = Field(min_length=3)
    """The moments; the first is the start."""


MEMBER = BranchingChat
