"""Checks: one rule beyond the schema each; the docstring is its manual page."""
