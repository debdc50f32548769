"""Debian's chromium, driven by Playwright; the binary of factum that is tried."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser():
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert program, "there is no chromium: install it, or name one in CHROMIUM"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def factum():
    program = Path(os.environ.get("FACTUM") or ROOT / "target" / "debug" / "factum")
    assert program.is_file(), f"there is no {program}: run `cargo build`, or name factum's program in FACTUM"
    return program
