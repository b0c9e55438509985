"""Registry kinds: one file each."""
