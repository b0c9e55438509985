"""The course as plain Markdown and a plain `mkdocs.yml`, for any builder of sites: `course.py` first.

Pages are made of the blocks of `paper`, so a new activity or question type is exported without a line of its own.
"""
