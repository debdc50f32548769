"""What a page for readers must hold, seen in a browser: each judge opens the page and returns what it objects to."""

from pathlib import Path

SCRIPTS = Path(__file__).with_name("judges.js").read_text(encoding="utf-8")

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
SCHEMES = ("light", "dark")


def opened(browser, url, **options):
    """The page in a context of its own; whoever asks for it closes `page.context`."""
    context = browser.new_context(**{"viewport": DESK, "color_scheme": "light", **options})
    page = context.new_page()
    page.goto(url)
    return page


def asked(page, name, *arguments):
    """What the function of that name in judges.js says of the page."""
    return page.evaluate(f"(given) => {{ {SCRIPTS}\nreturn {name}(...given); }}", list(arguments))


def alone(browser, url):
    """The page asks for nothing but itself, and nothing in it acts or is refused."""
    objections = []
    context = browser.new_context(viewport=DESK)
    page = context.new_page()

    def dialog(one):
        objections.append(f"a dialog opened: {one.message}")
        one.dismiss()

    page.on("dialog", dialog)
    page.on("console", lambda one: objections.append(f"the console says: {one.text}"))
    page.on("pageerror", lambda one: objections.append(f"a script failed: {one}"))
    page.on("request", lambda one: one.url == url or objections.append(f"it asks for {one.url}"))
    context.on("page", lambda one: one is page or objections.append(f"it opened {one.url}"))
    page.goto(url)
    # What waits for being seen or touched is seen and touched.
    page.mouse.move(600, 400)
    page.mouse.wheel(0, 10_000_000)
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    objections += asked(page, "actors")
    context.close()
    return objections


def links(browser, url):
    """Every link inside the page has one target, and no two elements have one name."""
    page = opened(browser, url)
    objections = asked(page, "links")
    page.context.close()
    return objections


def headings(browser, url):
    """One heading of the first rank comes first, and no rank is skipped on the way down."""
    page = opened(browser, url)
    objections = asked(page, "headings")
    page.context.close()
    return objections


def reflow(browser, url):
    """At 320 CSS pixels nothing has to be scrolled sideways."""
    objections = []
    for scheme in SCHEMES:
        page = opened(browser, url, viewport=PHONE, color_scheme=scheme)
        objections += [f"{scheme}: {words}" for words in asked(page, "reflow")]
        page.context.close()
    return objections


def contrast(browser, url):
    """Every text stands out from its ground, 4.5 to 1 or better, on both grounds and on paper."""
    objections = []
    for scheme in SCHEMES:
        page = opened(browser, url, color_scheme=scheme)
        objections += [f"{scheme}: {words}" for words in asked(page, "contrast", 4.5)]
        page.emulate_media(media="print")
        objections += [f"{scheme}, print: {words}" for words in asked(page, "contrast", 4.5)]
        page.context.close()
    return objections


def printed(browser, url):
    """What is read on the screen is read on paper, but for the contents."""
    page = opened(browser, url)
    on_screen = asked(page, "texts")
    page.emulate_media(media="print")
    on_paper = set(asked(page, "texts"))
    page.context.close()
    return [f"not on paper: {words}" for words in on_screen if words not in on_paper][:5]


def keyboard(browser, url, trips=4):
    """By keyboard alone: from a statement to its note, and back to the same statement."""
    page = opened(browser, url)
    objections = []
    for first in asked(page, "numbers")[:trips]:
        number = tab_to(page, "note")
        if number is None or number["id"] != first:
            objections.append(f"Tab passes the number {first} by")
            break
        page.keyboard.press("Enter")
        objections += asked(page, "arrived", number["to"])
        # Whoever follows a link goes on from its target.
        page.keyboard.press("Tab")
        back = asked(page, "focused")
        if back["to"] != number["id"]:
            objections.append(f"note {number['to']} leads back to {back['to']}, not to {number['id']}")
            break
        page.keyboard.press("Enter")
        objections += asked(page, "arrived", number["id"])
        if not asked(page, "within", number["id"], number["words"]):
            objections.append(f"{number['id']} is not in the statement that was left")
    page.context.close()
    return objections


def tab_to(page, kind, most=400):
    """Presses Tab until a link of that kind has the focus; what it is."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = asked(page, "focused")
        if focused["kind"] == kind:
            return focused
    return None


ALL = (alone, links, headings, reflow, contrast, printed, keyboard)
