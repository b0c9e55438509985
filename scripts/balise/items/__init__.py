"""Item types: one folder each."""
