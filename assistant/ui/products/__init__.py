"""The products page: everything that was saved, to open, copy, rename, delete, bring back, take along.

place      what the page shows, which survives a visit elsewhere
acting     what its buttons do, and what they then say
shelf      the list, a page at a time, found by name; `row` one product of it
summary    what is in a product, in a line
files      a product as a file, as a brief or whole; `taking` reads such files
go_on      the products worked on last, for the first page
"""
