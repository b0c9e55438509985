"""Kinds of printed sheet: each folder is one. It defines `ORDER`, `LABEL`, `AUDIENCE`, and makes drafts.

`module_drafts(desk, slug, module)` makes those of a module, `course_drafts(desk)` those every module shares. A kind may
offer `VARIANTS` and bring a `sheet.typ` of its own.
"""
