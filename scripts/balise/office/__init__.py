"""Documents to edit, as DOCX and ODT: Pandoc writes a sheet's words, we give them their styles.

All that knows Pandoc. One tree of data feeds both formats, and one table of styles.
"""

EDITED = ("docx", "odt")
