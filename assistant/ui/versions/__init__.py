"""The versions of a product: listed with what changed, looked at, labelled, brought back.

difference   what differs between two states of a product; `shown` draws it, long or in a line
acting       label a version, bring one back; either can be taken back
listed       the versions, newest first; `opened` draws one of them, held against what is on now
"""
