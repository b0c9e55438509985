"""How templates run: as Jinja runs any, but for what it does in case they were not ours.

What they show is the same, to the byte.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import Call, Getattr
from jinja2.runtime import Context
from markupsafe import Markup, escape


def lean(env: Environment) -> Environment:
    """Make the templates of an environment run so."""
    env.template_class = _Template
    env.context_class = _Context
    env.code_generator_class = _Compiler
    env.filters["striptags"] = bare
    return env


ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&#39;"), ('"', "&#34;"))


def escaped(text: str) -> str:
    """Return text as HTML. Most holds nothing to escape, or one mark: nothing else is copied."""
    for mark, html in ESCAPES:
        if mark in text:
            text = text.replace(mark, html)
    return text


def bare(value: object) -> str:
    """Return the words of HTML on one line, without tags: plain text again."""
    html = str(value)
    if "<" in html or "&" in html:
        return Markup(html).striptags()  # noqa: S704  its tags go
    return " ".join(html.split())


def _shown(value: object) -> str:
    """Return a value as HTML; what is HTML already, as it is."""
    if type(value) is Markup:
        return value
    return escaped(value) if type(value) is str else escape(value)


class _Compiler(CodeGenerator):
    """Calls what a template calls, and nothing before: none of our functions asks for the context of the template."""

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002
        """Write a call."""
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """Write what follows a dot: an attribute, and never a key, which templates ask for in brackets."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class _Context(Context):
    """The names a template knows, without a list of the global ones: these are the same for all."""

    def __init__(self, *given: Any, globals: object = None) -> None:  # noqa: A002, ARG002
        super().__init__(*given)


class _Template(Template):
    """A template that leaves HTML alone: most of what it shows is, and Jinja would copy each piece of it twice."""

    @classmethod
    def from_code(cls, *args: Any, **named: Any) -> Template:
        """Return the template made of compiled code."""
        made = super().from_code(*args, **named)
        made.root_render_func.__globals__["escape"] = _shown
        return made

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        """Return the macros of this template, made once."""
        return super()._get_default_module()
