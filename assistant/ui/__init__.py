"""The browser app: one page that reads facts, shows what stands behind them, and writes.

    app          lays out the page and calls the rest, top to bottom; `language` says in which language
    form         what the copywriter enters: facts, customer, market, language
    work         brief → reading, brief → draft; one call each, remembered for the session
    writing      a model writes in a thread of its own, which can be stopped; `progress` shows it while it does
    recognised   the facts with their quantities and their self-praise marked
    compared     what each quantity may stand beside, with its working
    sheet        the draft with the proof of each number; `copying` puts it on the clipboard
    export       the draft as text, Markdown, JSON
    markup       the only place where HTML is made: everything from outside is escaped here
    marks        stretches of a text with an explanation each; `page` sections, hints and alerts
    words        every word of the interface, in three languages; `examples` to start from

Streamlit is imported here and nowhere else; this package imports nothing heavy until there is something to show.
"""
