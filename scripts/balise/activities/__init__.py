"""Activity types: one folder each."""
