"""The browser app: pages that read facts, show what stands behind them, and write; what is worked on is kept.

    app          the frame: name, language, navigation; `pages` holds a module for each page
    frame        what Streamlit leaves unsaid or says in English, put right in the browser
    language     of the page, and of the copy
    desk         what is being worked on: every change is a step that can be taken back; `keeping` shows it
    kept         what the desk, a text under check, a persona in its form and a text listened to have in common: they save
                 themselves, over nobody's work; `stores` opens where
    typed        a text field that tells what is typed while it is typed
    leaving      what was typed just before its page was left; `going` leads from one page to another
    picked       a button that takes a file; `uploading` puts what is in it on the desk
    form         what the copywriter enters: facts, customer, market, language
    drafting     desk → brief → reading, brief → draft; the last of each is remembered for the session
    writing      a model writes in a thread of its own, which can be stopped (`model_errand`); `progress` shows it while it does
    facts        the table of facts: what was pasted, read into rows that can be edited; a package
    compared     what each quantity may stand beside, chosen among: pinned, rejected, one's own; a package
    sheet        the draft with the proof of each number; `copying` puts it on the clipboard
    drafts       the draft edited, gone through sentence by sentence, held against what it was; a package
    export       the draft as text, Markdown, JSON; `export_html` as HTML
    check        the parts of the page Check; `cards` draws lists whose entries can be acted on, `errand` does what takes long
    personas     the customers: ready ones and one's own, and listening to what they say
    references   the book on a scale, and what one's own customers know; `own_book` keeps that
    products     saved work: found, opened, taken along, taken in; `versions` goes back in it, `times` says when
    settings     model, budget, house style, data; `preferences` are what was set
    tour         three minutes with the rocket; `first` is what an empty desk shows, `shortcuts` the keys
    markup       the only place where HTML is made: everything from outside is escaped here
    marks        stretches of a text with an explanation each; `page` sections, hints and alerts
    words        every word of the interface, in three languages; `examples` to start from
    people       whose work it is; `signin` asks and shows who, `callbacks` says why nobody was signed in
    serving      the server around the page: `headers` what it tells the browser, `hosts` whom it answers
    warming      reads ahead, when the server starts, what the first facts need
    page_lang    tells the browser the language

The page is drawn anew on every change: what must outlive a drawing stands on the desk or in the session. Streamlit is
imported here and nowhere else; this package imports nothing heavy until there is something to show.
"""
