"""The bar shows where it is wanted and nowhere else, and never changes what it counts."""

import pytest

from simlib.bar import progress_bar


@pytest.mark.parametrize(
    ("show", "variable", "hidden"),
    [(True, "1", False), (False, "", True), (None, "1", True), (True, "", False)],
)
def test_it_is_shown_or_hidden_as_asked(show, variable, hidden, monkeypatch):
    monkeypatch.setenv("TQDM_DISABLE", variable)
    with progress_bar(total=3, unit="step", show=show) as bar:
        assert bar.disable is hidden


def test_without_a_word_it_hides_where_nobody_looks(monkeypatch):
    monkeypatch.delenv("TQDM_DISABLE", raising=False)  # and pytest's stderr is no terminal
    assert progress_bar(total=3, unit="step").disable is True


def test_it_hands_on_every_item_and_starts_where_work_was_left(capsys):
    bar = progress_bar(iter("abc"), total=5, unit="letter", done=2, title="spelling", show=True)
    assert (bar.n, bar.total, bar.delay, bar.desc) == (2, 5, 2, "spelling")
    assert list(bar) == ["a", "b", "c"]
