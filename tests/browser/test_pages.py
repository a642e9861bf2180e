"""Every page of the book in a browser: wide, narrow and dark; nothing fetched, clipped or unrendered.

Each page is opened once and looked at in three ways. Screenshots lie in _build/screens.
"""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
HTML = ROOT / "_build" / "html"
SCREENS = ROOT / "_build" / "screens"
LOOKS = {"wide": (1280, "light"), "narrow": (375, "light"), "dark": (1280, "dark")}
PICTURED = 8  # pages of the API beyond this many are checked, but not photographed

# Elements of the content that are wider inside than outside and do not scroll; what is hidden on purpose
# is 1 px wide. The copy of each formula that MathJax hides for screen readers is taken out before.
CLIPPED = """() => [...document.querySelectorAll('main *')].filter(e => {
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  if (style.display === 'inline' || style.overflowX === 'auto' || style.overflowX === 'scroll') return false;
  if (box.width <= 1 || box.height <= 1 || e.closest('mjx-container, svg, .sr-only')) return false;
  return e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0;
}).map(e => `${e.tagName}.${e.className}: ${e.scrollWidth} in ${e.clientWidth}: ` +
  e.innerText.slice(0, 60).replace(/\\s+/g, ' '))"""

UNRENDERED = r"""() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const raw = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest('pre, code, script, style, mjx-container')) continue;
    if (/\$|\\\(|\\\[|\{cite|```/.test(node.data)) raw.push(node.data.trim().slice(0, 80));
  }
  const math = document.querySelectorAll('.math').length;
  const done = document.querySelectorAll('.math mjx-container').length;
  if (done < math) raw.push(`${math - done} of ${math} formulas are not rendered`);
  document.querySelectorAll('mjx-merror').forEach(e => raw.push('MathJax error: ' + e.textContent));
  return raw;
}"""

CUT_EQUATION = """() => [...document.querySelectorAll('div.math')].filter(
  e => e.scrollWidth > e.clientWidth + 1).map(e => `${e.scrollWidth} in ${e.clientWidth}: ${e.innerText}`)"""

BAD_ALT = """() => [...document.images].filter(
  e => !(e.getAttribute('alt') || '').trim() || e.src.endsWith(e.alt)).map(e => e.src)"""


def pages() -> list[str]:
    """Every page a reader can come to, but the index of an empty search."""
    return sorted(
        path.relative_to(HTML).as_posix() for path in HTML.rglob("*.html") if "_static" not in path.parts
    )


class Watch:
    """Collects what a page asks for and complains of."""

    def __init__(self, page: Any, site: str):
        self.site, self.found = site, []
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("console", lambda m: m.type == "error" and self.found.append(f"console: {m.text}"))
        page.on("pageerror", lambda e: self.found.append(f"error: {e}"))

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.found.append(f"request to {request.url}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.found.append(f"{response.status} for {response.url}")


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh page that starts wide and light."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    yield page
    page.close()


def settle(page: Any) -> None:
    """Wait until MathJax, where a page has it, has set every formula."""
    page.evaluate("() => window.MathJax && MathJax.startup ? MathJax.startup.promise.then(() => 1) : 1")


def look(page: Any, name: str, how: str, photograph: bool) -> list[str]:
    """What is wrong with an open page in one way of looking at it."""
    width, scheme = LOOKS[how]
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.wait_for_timeout(50)
    problems = []
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        problems.append(f"the page is wider than {width} px")
    page.add_style_tag(content="mjx-assistive-mml { display: none !important }")
    problems += [f"clipped: {what}" for what in page.evaluate(CLIPPED)]
    problems += [f"an equation does not fit: {what}" for what in page.evaluate(CUT_EQUATION)]
    if page.evaluate("document.documentElement.dataset.theme") != scheme:
        problems.append(f"the page does not follow the reader's {scheme} mode")
    if photograph:
        page.screenshot(path=SCREENS / f"{name.replace('/', '_')}.{how}.png", full_page=True)
    return [f"{name}, {how}: {problem}" for problem in problems]


@pytest.mark.slow
def test_every_page_is_whole_in_every_look(site: str, page: Any) -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    watch, problems, photographed = Watch(page, site), [], 0
    assert len(pages()) >= 5, "the book must have pages"
    for name in pages():
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        page.goto(site + name)
        page.add_style_tag(content="* { transition: none !important; animation: none !important }")
        settle(page)
        problems += [f"{name}: raw text: {text}" for text in page.evaluate(UNRENDERED)]
        problems += [f"{name}: no alternative text: {src}" for src in page.evaluate(BAD_ALT)]
        photographed += name.startswith("api/")
        for how in LOOKS:
            problems += look(page, name, how, not name.startswith("api/") or photographed <= PICTURED)
        problems += [f"{name}: {found}" for found in watch.found]
        watch.found.clear()
    assert not problems, "\n".join(problems)


@pytest.mark.slow
def test_math_is_set_by_the_mathjax_that_lies_with_the_pages(site: str, page: Any) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + "book/01_stochastic.html")
    settle(page)
    assert page.locator("mjx-container").count() >= 10
    assert site + "_static/mathjax/tex-chtml.js" in [url.split("?")[0] for url in asked]
    assert page.evaluate("MathJax.version") == "3.2.2"


@pytest.mark.slow
def test_search_finds_ucb1(site: str, page: Any) -> None:
    watch = Watch(page, site)
    page.goto(site + "search.html?q=UCB1")
    page.wait_for_selector("#search-results ul.search li a", timeout=20_000)
    found = page.eval_on_selector_all("#search-results ul.search li a", "links => links.map(a => a.href)")
    assert any("book/01_stochastic.html" in link for link in found), found
    assert any("api/simlib.bandit.ucb1.html" in link for link in found), found
    page.wait_for_timeout(500)
    assert watch.found == []


@pytest.mark.slow
def test_the_download_link_delivers_the_stored_notebook(site: str, page: Any) -> None:
    for name, source in [("book/01_stochastic", "book/01_stochastic.ipynb")]:
        page.goto(f"{site}{name}.html")
        link = page.get_by_text("Download this chapter as a notebook (.ipynb)")
        address = link.evaluate("a => a.href")
        with urllib.request.urlopen(address, timeout=10) as answer:
            body = answer.read()
        assert json.loads(body)["nbformat"] == 4
        assert body == (ROOT / source).read_bytes()


@pytest.mark.slow
def test_the_keyboard_focus_is_visible(site: str, page: Any) -> None:
    page.goto(site + "index.html")
    for _ in range(6):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement); return s.outlineWidth; }"
        )
        assert float(style.removesuffix("px")) >= 2, page.evaluate("document.activeElement.outerHTML")
