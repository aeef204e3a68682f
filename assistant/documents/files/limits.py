"""How much of a file is read. What is larger is refused or left out, and always said."""

from __future__ import annotations

# A specification sheet is some hundred kilobytes; pictures make it megabytes.
FILE_BYTES = 10_000_000
# What the parts that are read may unpack to, together and one by one. A book of 200 pages is about 10 MB of XML.
UNPACKED_BYTES = 64_000_000
PART_BYTES = 48_000_000
# Deflate packs at most about 1,000 to 1; the XML of real documents about 10 to 1, of empty styled cells 60 to 1.
RATIO = 250
RATIO_FROM_BYTES = 2_000_000
# Parts of a package: a document with hundreds of pictures has hundreds.
PARTS = 5_000
# Tables within tables within text boxes come to about 60.
XML_DEPTH = 128
# Elements of one paragraph, table or row of a sheet: a table of 5,000 rows and ten columns in a docx.
XML_ELEMENTS = 500_000
TEXT_CHARS = 2_000_000
TABLE_ROWS = 20_000
TABLE_COLUMNS = 256
# A workbook keeps a text once and may show it in a million cells.
TABLE_CHARS = 5_000_000
SHEETS = 50
# As much as a cell of a spreadsheet program holds.
CELL_CHARS = 32_767
NAME_CHARS = 120
