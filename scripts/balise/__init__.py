"""Balise renders prevention courses from YAML modules; `pipeline.py` shows the whole flow."""

__version__ = "0.1.0"
