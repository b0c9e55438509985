"""Decks to edit, as PowerPoint presentations: real titles, placeholders, tables, links and notes, no picture of text.

All that knows python-pptx. `template.pptx` is written by `scripts/make_template.py`.
"""

FORM = "pptx"
