"""Does the preview of `factum watch` follow the facts without a hand on the browser?"""

import shutil
import subprocess

import judges
import pytest
from conftest import ROOT
from playwright.sync_api import expect

# No wait is longer; each ends as soon as what is waited for is there.
PATIENCE = 60_000


class Desk:
    """A copy of this repository's facts, and a `factum watch` at work on it."""

    def __init__(self, folder, factum):
        self.facts = folder / "facts.yaml"
        self.folder = folder
        shutil.copy(ROOT / "facts.yaml", self.facts)
        for name in ("seeds", "editions"):
            shutil.copytree(ROOT / name, folder / name)
        words = [factum, "-C", folder, "watch", "--no-write", "--port", "0"]
        self.running = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        self.address = self.running.stdout.readline().removeprefix("preview: ").split(" ")[0]

    def change(self, old, new):
        text = self.facts.read_text(encoding="utf-8")
        assert text.count(old) >= 1, old
        self.facts.write_text(text.replace(old, new, 1), encoding="utf-8")

    def end(self):
        self.running.terminate()
        self.running.stdout.close()
        return self.running.wait(timeout=PATIENCE / 1000)


@pytest.fixture
def desk(tmp_path, factum):
    desk = Desk(tmp_path, factum)
    yield desk
    desk.end()


@pytest.fixture
def preview(browser, desk):
    """The preview in a browser that objects to whatever it should not do."""
    context = browser.new_context(viewport=judges.DESK)
    page = context.new_page()
    page.objections = []
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda one: page.objections.append(one.text))
    page.on("pageerror", lambda one: page.objections.append(str(one)))
    page.on("dialog", lambda one: (page.objections.append(one.message), one.dismiss()))

    def ask(request):
        if not request.url.startswith((desk.address, "data:")):
            page.objections.append(request.url)

    page.on("request", ask)
    page.goto(desk.address)
    expect(briefing(page).locator("h1")).to_be_visible(timeout=PATIENCE)
    yield page
    context.close()


def briefing(page):
    return page.frame_locator("#page")


def frame(page):
    return page.locator("#page").element_handle().content_frame()


# A statement in the middle of the briefing, and another far above it.
READ = "#chronology"
OLD_CLAIM, NEW_CLAIM = "title: Tajikistan asks its allies", "title: Tajikistan begs its allies"


def test_new_words_come_by_themselves_where_one_was_reading(preview, desk):
    place = briefing(preview).locator(READ)
    place.evaluate("(element) => element.scrollIntoView()")
    preview.wait_for_timeout(100)
    before = (place.bounding_box()["y"], frame(preview).evaluate("scrollY"))
    assert before[1] > 1000
    desk.change(OLD_CLAIM, NEW_CLAIM)
    expect(briefing(preview).locator("h1")).to_contain_text("begs its allies", timeout=PATIENCE)
    # The place is found again once the page has been laid out.
    preview.wait_for_function(
        "([y]) => Math.abs(document.getElementById('page').contentWindow.scrollY - y) < 40", arg=[before[1]]
    )
    assert abs(place.bounding_box()["y"] - before[0]) < 3
    assert "begs its allies" in preview.title()
    assert preview.objections == []


def test_findings_are_shown_as_text_and_the_last_page_stays(preview, desk):
    old = "title: Tajikistan asks its allies"
    desk.change(old, f"summary-of-nothing: <img src=x onerror=alert(1)>\n{old}")
    report = preview.locator("#report")
    expect(report).to_contain_text("<img src=x onerror=alert(1)>", timeout=PATIENCE)
    expect(preview.locator("#state")).to_contain_text("the last briefing that passed is shown")
    expect(briefing(preview).locator("h1")).to_contain_text("asks its allies")
    desk.change("summary-of-nothing: <img src=x onerror=alert(1)>\n", "")
    expect(report).to_be_hidden(timeout=PATIENCE)
    assert preview.objections == []


def test_links_elsewhere_open_beside_it_and_nothing_runs_in_the_frame(preview, desk):
    (desk.folder / "templates").mkdir()
    tera = "<!doctype html><title>own</title><h1>own</h1><a href='https://example.org/'>there</a>"
    script = "<script>document.querySelector('h1').textContent = 'changed'</script>"
    (desk.folder / "templates" / "briefing.html.tera").write_text(tera + script, encoding="utf-8")
    expect(briefing(preview).locator("h1")).to_have_text("own", timeout=PATIENCE)
    link = briefing(preview).get_by_role("link", name="there")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    # The browser says that it ran no script, and that is all.
    assert all("sandboxed" in words for words in preview.objections), preview.objections


def test_an_ended_watch_is_said_and_a_new_one_is_found(preview, desk, factum):
    port = desk.address.rstrip("/").rsplit(":", 1)[1]
    assert desk.end() == 0
    expect(preview.locator("#state")).to_contain_text("factum watch has ended", timeout=PATIENCE)
    desk.change(OLD_CLAIM, NEW_CLAIM)
    words = [factum, "-C", desk.folder, "watch", "--no-write", "--port", port]
    desk.running = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    expect(briefing(preview).locator("h1")).to_contain_text("begs its allies", timeout=PATIENCE)


@pytest.mark.parametrize("scheme", judges.SCHEMES)
def test_the_shell_can_be_read(preview, desk, scheme):
    preview.emulate_media(color_scheme=scheme)
    desk.change(OLD_CLAIM, f"no-such-key: x\n{OLD_CLAIM}")
    expect(preview.locator("#report")).to_contain_text("no-such-key", timeout=PATIENCE)
    assert judges.asked(preview, "contrast", 4.5) == []
    preview.set_viewport_size(judges.PHONE)
    assert preview.evaluate("document.scrollingElement.scrollWidth") <= judges.PHONE["width"]
    # The line of state is spoken when it changes.
    expect(preview.get_by_role("status")).to_contain_text("error")


# What the tests above would see of a script that does less: no new words, or another place.
IDLE = ("frame.contentWindow.location.reload()", "0")
LOST = ("frame.contentWindow.location.reload()", "frame.src = now.path + '?again'")
NO_WAY_BACK = ("if (place) back(read, place);", "")


@pytest.mark.parametrize(("flaws", "words", "stays"), [([IDLE], "asks", True), ([LOST, NO_WAY_BACK], "begs", False)])
def test_a_flaw_of_the_script_is_seen(preview, desk, flaws, words, stays):
    script = (ROOT / "src" / "preview" / "shell.js").read_text(encoding="utf-8")
    for old, new in flaws:
        assert old in script
        script = script.replace(old, new)
    preview.route("**/shell.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    preview.reload()
    briefing(preview).locator(READ).evaluate("(element) => element.scrollIntoView()")
    said = preview.locator("#state").text_content()
    desk.change(OLD_CLAIM, NEW_CLAIM)
    expect(preview.locator("#state")).not_to_have_text(said, timeout=PATIENCE)
    expect(briefing(preview).locator("h1")).to_contain_text(f"{words} its allies")
    assert (frame(preview).evaluate("scrollY") > 1000) == stays
