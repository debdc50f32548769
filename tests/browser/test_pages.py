"""Do the pages that readers get hold in a browser, and would the judges see it if they did not?"""

import shutil

import judges
import pytest
from conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
PAGES = [
    ROOT / "out" / "briefing.html",
    *(GOLDEN / name / page for name in ("everything", "hostile") for page in ("briefing.html", "factsheet.html")),
]


@pytest.mark.parametrize("judge", judges.ALL, ids=lambda judge: judge.__name__)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_page_holds(browser, path, judge):
    assert judge(browser, path.as_uri()) == []


# Each breaks one thing in a copy of the page: the words to be changed, those in their place, whose eye must see it.
FLAWS = [
    (judges.alone, "</body>", "<script>alert(1)</script></body>"),
    (judges.alone, "</body>", "<img src=http://127.0.0.1:9/x.png></body>"),
    (judges.alone, "</body>", "<p onmouseover=alert(1)>x</p></body>"),
    (judges.alone, "<main>", "<main><a href='javascript:alert(1)'>x</a>"),
    (judges.links, "id=n1>", "id=n0>"),
    (judges.links, "id=n2>", "id=n1>"),
    (judges.headings, "<h1>", "<h2>"),
    (judges.headings, "<main>", "<main><h4>x</h4>"),
    (judges.reflow, "<main>", f"<main><p style='overflow-wrap:normal'>{'x' * 200}"),
    (judges.reflow, "<main>", "<main><div style='width:400px;height:1px'></div>"),
    (judges.reflow, "<main>", f"<main><p style='overflow:hidden;white-space:nowrap'>{'x ' * 200}"),
    (judges.contrast, "--ink:#1d1f23", "--ink:#8d8f93"),
    (judges.contrast, "--ink:#e9e6de", "--ink:#393633"),
    (judges.contrast, "--ink:#000", "--ink:#aaa"),
    (judges.contrast, "<main>", "<main><p style='background:#0008'>pale"),
    (judges.printed, "@media print{", "@media print{cite{display:none}"),
    (judges.printed, "@media print{", "@media print{.strip{visibility:hidden}"),
    (judges.keyboard, "href=#r1>", "href=#r2>"),
    (judges.keyboard, "href=#n1>", "href=#n1 tabindex=-1>"),
    (judges.keyboard, "<li id=n1>", "<li id=n1 style='position:fixed;left:0;top:-99rem'>"),
]


@pytest.mark.parametrize(("judge", "old", "new"), FLAWS, ids=lambda value: getattr(value, "__name__", None))
def test_a_flaw_is_seen(browser, tmp_path, judge, old, new):
    path = tmp_path / "briefing.html"
    shutil.copy(ROOT / "out" / "briefing.html", path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    # A policy would keep a script from running: the judge has to see what stands there all the same.
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert judge(browser, path.as_uri()) != []


def test_a_dialog_is_seen(browser, tmp_path):
    """A page without the policy, in which a script does run."""
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><title>x</title><h1>x</h1><script>alert('here')</script>", encoding="utf-8")
    assert "a dialog opened: here" in judges.alone(browser, path.as_uri())
