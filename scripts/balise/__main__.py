"""Lets `python -m balise` work where the console script is not on the path."""

from balise.cli import main

main()
