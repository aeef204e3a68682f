"""The facts as a table: what was pasted, read into rows that can be edited, each with what was read in it.

rows      the source's lines with what people did to them, and what they do next; no Streamlit
reading   what is read in a row: figures, doubts with their answers, praise
source    the source with its rows marked; what it was taken for
table     the rows, as one component (table.js, table.css)
section   all of it on the page
"""
