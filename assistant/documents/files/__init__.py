"""Files that people have, .txt .md .html .docx .csv .xlsx, as text and tables.

    bytes ──► read_file ──► Opened: text for `read_document`, tables, notices of what was left out

    kinds, encoding       what it is, by its bytes; how its characters are written
    packages, bounded_xml docx and xlsx: parts of a zip, XML without definitions, all within `limits`
    docx, docx_runs, docx_styles, escaping
                          a Word document as Markdown
    xlsx, numbers         cells as their reader sees them, with the unit, sign or date of their format
    separated             values parted by commas, semicolons, tabs or bars
    scripts               raised and lowered digits
    grid, shape           cells to a table; whether a row of it is an attribute or a product
    rendering             tables as "column: value"
    opened, faults, wording
                          the results; why a file is refused, and what was left out, in three languages

A file is data from outside: nothing in it is fetched, computed, run or written, and what is refused is refused with one
line that says what to do.
"""

from assistant.documents.files.faults import Fault, FileError
from assistant.documents.files.limits import FILE_BYTES
from assistant.documents.files.opened import FileKind, Left, Notice, Opened, Table
from assistant.documents.files.read import read_file
from assistant.documents.files.rendering import labelled, value_of
from assistant.documents.files.shape import Shape, products_of, shape_of
from assistant.documents.files.wording import say_fault, say_notice

__all__ = [
    "FILE_BYTES",
    "Fault",
    "FileError",
    "FileKind",
    "Left",
    "Notice",
    "Opened",
    "Shape",
    "Table",
    "labelled",
    "products_of",
    "read_file",
    "say_fault",
    "say_notice",
    "shape_of",
    "value_of",
]
