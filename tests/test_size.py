"""The dial of size: which value each word picks, and what an unknown word gets told."""

import pytest

from simlib import size


@pytest.fixture(params=["quick", "course", "paper"])
def word(request, monkeypatch) -> str:
    """Each size in turn, in force."""
    monkeypatch.setenv("SIMLIB_SIZE", request.param)
    return request.param


def test_the_environment_says_the_size(word):
    assert size.current() == word
    assert size.pick(quick=1, course=20, paper=300) == {"quick": 1, "course": 20, "paper": 300}[word]


def test_a_missing_value_is_taken_from_the_next_smaller_size(word):
    assert size.pick(quick=7) == 7
    assert size.pick(quick=7, course=8) == {"quick": 7, "course": 8, "paper": 8}[word]
    assert size.pick(quick=7, paper=9) == {"quick": 7, "course": 7, "paper": 9}[word]


def test_nothing_and_zero_are_values_but_none_is_not(word):
    assert size.pick(quick=3, course=0, paper=()) == {"quick": 3, "course": 0, "paper": ()}[word]
    assert size.pick(quick=3, course=None, paper=None) == 3


def test_without_the_variable_or_with_an_empty_one_the_size_is_quick(monkeypatch):
    monkeypatch.delenv("SIMLIB_SIZE", raising=False)
    assert size.current() == "quick"
    assert size.pick(quick="small", course="large") == "small"
    monkeypatch.setenv("SIMLIB_SIZE", "")
    assert size.current() == "quick"


@pytest.mark.parametrize("wrong", ["Quick", "full", " paper", "1"])
def test_an_unknown_size_is_refused_in_one_sentence(wrong, monkeypatch):
    monkeypatch.setenv("SIMLIB_SIZE", wrong)
    message = f"^SIMLIB_SIZE must be one of quick, course, paper; got '{wrong}'$"
    with pytest.raises(ValueError, match=message):
        size.current()
    with pytest.raises(ValueError, match=message):
        size.pick(quick=1)


def test_values_must_be_given_by_name():
    with pytest.raises(TypeError, match=r"takes 0 positional arguments but 1 was given"):
        size.pick(1)  # type: ignore[misc]
