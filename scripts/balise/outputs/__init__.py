"""Outputs: one folder each."""
