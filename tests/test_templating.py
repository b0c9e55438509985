"""Templates show what Jinja would show, to the byte."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from balise.messages import Message
from balise.templating import lean

TEMPLATES = {
    "parts.html": "{% macro box(title, level=2) %}<h{{ level }}>{{ title }}</h{{ level }}>{{ caller() }}{% endmacro %}",
    "value.html": '<p title="{{ value }}">{{ value }}</p>{% set kept %}{{ value }}{% endset %}{{ kept }}',
    "dot.html": "{{ place.name }}{{ place.words['said'] }}{% if place | attr('none') is not defined %}-{% endif %}",
    "bare.html": "<option>{{ value | striptags }}</option>",
    "box.html": '{% import "parts.html" as m %}{% call m.box(value, level=3) %}{{ name(value, end="!") }}{% endcall %}',
    "loop.html": '{% for one in [value, value] %}{{ name(one) }}{{ loop.cycle("a", "b") }}{% endfor %}',
}
VALUES = [
    "plain",
    "a & b",
    "a < b",
    "b > a",
    "l'autre",
    'dite "exacte"',
    "<script>",
    Message("d'accord"),
    Markup("<b>l&#39;une</b> et  <!-- x --> &amp;\n l'autre"),
    Markup("deux\u00a0: \n mots"),
    7,
    None,
]


def _environment() -> Environment:
    env = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    env.globals["name"] = lambda value, end="": f"{value}{end}"
    env.globals["place"] = SimpleNamespace(name="Ici & là", words={"said": "Là"})
    return env


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("template", sorted(TEMPLATES.keys() - {"parts.html"}))
def test_a_page_is_what_jinja_makes_of_it(template: str, value: object) -> None:
    assert lean(_environment()).get_template(template).render(value=value) == (
        _environment().get_template(template).render(value=value)
    )
