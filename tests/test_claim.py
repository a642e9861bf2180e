"""Claims: the verdict for every pair of results, what a reader can override, fresh seeds, and the card."""

import json
import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from simlib.claim import AGREE, Claim, Outcome, Repeats, repeat_claim, run_claim
from simlib.rng import stream
from simlib.rule import Measured, Rule
from simlib.stats import Interval

PATTERN = np.array([-0.9, 0.4, 0.7, -0.2, -0.6, 0.8, 0.1, -0.5, 0.2])  # adds up to 0


def spread(size, seed, centre=2.0, width=0.1, n=9):
    """Numbers around `centre`, without luck; half of the 99 % interval is 0.66 for width 1 (n = 9)."""
    return centre + width * PATTERN[:n]


def lucky(size, seed, centre=2.0, noise=0.1, n=8):
    return centre + noise * stream(seed, "lucky").standard_normal(n)


def make(**changes) -> Claim:
    """A claim that holds, or one that differs from it."""
    settings = {
        "key": "toy/shift",
        "sentence": "The mean is above 1.",
        "source": "[Toy2020] p. 7",
        "measure": spread,
        "rule": Rule(at_least=1.0),
        "ablation": {"centre": 0.3},
        "broken": "nothing is shifted",
    }
    return Claim(**{**settings, **changes})


def measured(result: str) -> Measured:
    return Measured(9, 2.0, Interval(1.9, 2.1), result)


def test_the_pattern_has_the_interval_that_these_tests_count_on():
    low, high = Rule(at_least=1.0).apply(spread("quick", 0, centre=0.0, width=1.0)).interval
    # sqrt(2.8 / 8) = 0.5916, divided by 3, times 3.3554
    assert (low, high) == (pytest.approx(-0.6617, abs=1e-4), pytest.approx(0.6617, abs=1e-4))


@pytest.mark.parametrize(
    ("claim", "ablation", "verdict"),
    [
        ("passes", "fails", "holds"),
        ("passes", "passes", "vacuous"),
        ("passes", "straddles", "undecided"),
        ("straddles", "fails", "undecided"),
        ("straddles", "passes", "undecided"),
        ("straddles", "straddles", "undecided"),
        ("fails", "fails", "fails"),
        ("fails", "passes", "fails"),
        ("fails", "straddles", "fails"),
    ],
)
def test_the_verdict_of_every_pair_of_results(claim, ablation, verdict):
    for expected in ("holds", "fails"):
        of = make(expected=expected, because="it is known")
        outcome = Outcome(of, "quick", 0, {}, measured(claim), measured(ablation), 0.0)
        assert outcome.verdict == verdict
        assert outcome.as_expected is (verdict == expected)


@pytest.mark.parametrize(
    ("changes", "overrides", "verdict"),
    [
        ({}, {}, "holds"),
        ({"ablation": {"centre": 1.8}}, {}, "vacuous"),  # a broken ablation: it passes as well
        ({"ablation": {"centre": 1.05}}, {}, "undecided"),  # the ablation straddles: 0.98 to 1.12
        ({}, {"width": 3.0}, "undecided"),  # the claim straddles: 0.0 to 4.0
        ({}, {"centre": 0.6}, "fails"),
        ({"rule": Rule(at_least=1.0, at_most=1.5)}, {}, "fails"),
    ],
)
def test_measured_verdicts(changes, overrides, verdict):
    assert run_claim(make(**changes), **overrides).verdict == verdict


def test_claim_and_ablation_are_measured_by_the_rule_with_the_same_size_and_seed():
    calls = []

    def measure(size, seed, centre=2.0, n=8):
        calls.append((size, seed, centre, n))
        return lucky(size, seed, centre=centre, n=n)

    claim = make(measure=measure, rule=Rule(at_least=1.0, alpha=0.02))
    outcome = run_claim(claim, "paper", 41, n=11)
    assert calls == [("paper", 41, 2.0, 11), ("paper", 41, 0.3, 11)]  # the reader's n reaches both
    assert outcome.measured == claim.rule.apply(lucky("paper", 41, centre=2.0, n=11))
    assert outcome.ablation == claim.rule.apply(lucky("paper", 41, centre=0.3, n=11))
    assert (outcome.size, outcome.seed, outcome.overrides) == ("paper", 41, {"n": 11})


def test_the_bootstrap_of_a_claim_follows_its_seed():
    rule = Rule(at_least=1.0, interval="bootstrap", min_n=20)
    claim = make(rule=rule, measure=lambda size, seed, centre=2.0: centre + np.linspace(-0.4, 0.5, 24))
    first, again, other = (run_claim(claim, seed=seed).measured for seed in (5, 5, 6))
    assert first == again
    assert first.interval != other.interval


def test_where_they_meet_the_ablation_wins_over_the_reader():
    outcome = run_claim(make(), centre=4.25)
    assert outcome.measured.estimate == pytest.approx(4.25)
    assert outcome.ablation.estimate == pytest.approx(0.3)


@pytest.mark.parametrize("name", ["key", "sentence", "source", "broken", "ablation", "because"])
def test_a_claim_says_everything(name):
    with pytest.raises(ValueError, match=f"^{name} must be given; got nothing in claim '"):
        make(**{"expected": "fails", "because": "it is small", name: ""})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"expected": "vacuous"}, "expected must be one of holds, fails; got 'vacuous'"),
        ({"ablation": {"centre": 0, "widht": 1}}, "an override of toy/shift must be one of width; got widht"),
        ({"ablation": {"zzz": 1}}, "an override of toy/shift must be one of centre, width, n; got zzz"),
        ({"ablation": {"seed": 1}}, "an override of toy/shift must be one of "),
        ({"measure": lambda size, seed: None}, "an override of toy/shift must be one of none; got centre"),
    ],
)
def test_a_claim_that_cannot_be_is_refused(changes, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        make(**changes)


@pytest.mark.parametrize(
    "measure",
    [
        lambda seed, size, centre=1.0: None,
        lambda size, centre=1.0: None,
        lambda size, seed, centre: None,
        lambda size, seed, **centre: None,
        lambda size, seed, centre=1.0, blocks=3: None,
        lambda size, seed, centre=1.0, claim="x": None,
    ],
)
def test_a_measurement_has_size_seed_and_keywords_with_defaults(measure):
    with pytest.raises(ValueError, match=r"measure must be a function of \(size, seed, NAME=default, ...\)"):
        make(measure=measure)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"size": "huge"}, "size must be one of quick, course, paper; got 'huge'"),
        ({"seed": -3}, "seed must be an int >= 0; got -3"),
        ({"center": 1.0}, "an override of toy/shift must be one of centre; got center"),
        ({"n": 7}, "measure of toy/shift (claim) must be at least 8 numbers; got 7"),
        ({"width": np.nan}, "measure of toy/shift (claim) must be finite; got nan"),
        ({"width": np.eye(9)}, "measure of toy/shift (claim) must be an array with 1 axis; got shape (9, 9)"),
        ({"width": "much"}, "overrides must be values that toy/shift can take; got width = much ("),
    ],
)
def test_wrong_arguments_of_a_run_are_said_in_a_sentence(arguments, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        run_claim(make(), **arguments)
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        repeat_claim(make(), **arguments)


def test_a_nan_of_the_ablation_raises_and_is_called_the_ablations():
    with pytest.raises(ValueError, match=r"measure of toy/shift \(ablation\) must be finite; got nan"):
        run_claim(make(ablation={"width": np.nan}))


def test_an_error_of_the_measurement_itself_is_not_put_down_to_the_reader():
    claim = make(measure=lambda size, seed, centre=2.0, parts=0: [centre / parts] * 8)
    with pytest.raises(ZeroDivisionError):
        run_claim(claim)
    with pytest.raises(ValueError, match=r"got parts = 0 \(ZeroDivisionError: .*\)") as error:
        run_claim(claim, parts=0)
    assert isinstance(error.value.__cause__, ZeroDivisionError)


def test_fresh_seeds_differ_repeat_and_depend_on_key_and_seed():
    def seeds(key="toy/shift", blocks=20, seed=3):
        return [outcome.seed for outcome in repeat_claim(make(key=key), blocks, seed).outcomes]

    first = seeds()
    assert len(set(first)) == 20
    assert 0 <= min(first) <= 2**30 <= max(first) < 2**31  # 1 in 500 000 that all are on one side
    assert seeds() == first
    assert seeds(blocks=7) == first[:7]  # more blocks go on where fewer stopped
    assert not set(seeds(seed=4)) & set(first)
    assert not set(seeds(key="toy/other")) & set(first)


def test_each_block_is_the_claim_run_on_its_own_seed():
    repeats = repeat_claim(make(measure=lucky), 3, 8, "course", n=10)
    estimates = [outcome.measured.estimate for outcome in repeats.outcomes]
    assert estimates == [lucky("course", o.seed, n=10).mean() for o in repeats.outcomes]
    assert {(o.size, o.overrides["n"]) for o in repeats.outcomes} == {("course", 10)}


def repeats_with(agree: int, blocks: int) -> Repeats:
    good = Outcome(make(), "quick", 5, {}, measured("passes"), measured("fails"), 0.0)
    bad = replace(good, seed=9, measured=measured("straddles"))
    return Repeats(make(), 0, (good,) * agree + (bad,) * (blocks - agree))


def test_at_least_95_percent_of_the_blocks_must_agree():
    assert [repeats_with(k, 20).as_expected for k in (20, 19, 18)] == [True, True, False]
    for blocks in range(1, 400):  # the least number by whole numbers, without rounding
        least = min(k for k in range(blocks + 1) if 100 * k >= round(100 * AGREE) * blocks)
        assert repeats_with(least, blocks).as_expected
        assert not repeats_with(least - 1, blocks).as_expected
        assert repeats_with(least, blocks).agree == least


def test_repeats_say_how_many_agree_and_which_do_not():
    assert repr(repeats_with(2, 2)) == "toy/shift: 2 of 2 blocks agree (holds)"
    assert repr(repeats_with(1, 2)) == "toy/shift: 1 of 2 blocks agree (holds); undecided at seed 9"
    changed = repeat_claim(make(), 2, centre=1.75)
    assert repr(changed) == "toy/shift: 2 of 2 blocks agree (holds, centre = 1.75)"


def test_repeats_as_plain_data_hold_what_another_run_needs():
    repeats = repeat_claim(make(expected="fails", because="it is small"), 3, 12, "paper", centre=0.2)
    found = json.loads(json.dumps(repeats.to_dict()))
    assert found.pop("blocks") == [{"seed": o.seed, "verdict": "fails"} for o in repeats.outcomes]
    assert (found.pop("size"), found.pop("seed"), found.pop("overrides")) == ("paper", 12, {"centre": 0.2})
    assert found == {"key": "toy/shift", "expected": "fails", "as_expected": True, "agree": 3}


@pytest.mark.parametrize("blocks", [0, 2.5, True])
def test_blocks_are_a_whole_number_from_1(blocks):
    with pytest.raises(ValueError, match="blocks must be an int >= 1; got"):
        repeat_claim(make(), blocks)


def test_the_card_on_paper():
    assert repr(run_claim(make(), "course", 4, width=0.5)).splitlines() == [
        "toy/shift: holds, as expected",
        "The mean is above 1. [Toy2020] p. 7",
        "          estimate  99 % interval  n  rule: at least 1",
        "claim     2.0       1.7 to 2.3     9  passes",
        "ablation  0.3       0.0 to 0.6     9  fails",
        "ablation: nothing is shifted (centre = 0.3)",
        "course size, seed 4, width = 0.5 (sentence and rule speak of the claim's own numbers)",
    ]


def test_the_card_says_what_was_expected_and_why():
    lines = repr(run_claim(make(rule=Rule(at_least=3, alpha=0.05), expected="fails", because="2 < 3")))
    assert lines.startswith("toy/shift: fails, as expected\n")
    assert "95 % interval" in lines
    assert lines.endswith("\nexpected to fail: 2 < 3\nquick size, seed 0")
    assert repr(run_claim(make(), centre=0.1)).startswith("toy/shift: fails, NOT as expected (holds)\n")


def test_the_card_in_a_notebook_says_the_same_and_is_escaped():
    words = {"sentence": "A < B & C", "source": "[Toy<i>]", "broken": "x > y", "because": "<script>"}
    card = run_claim(make(expected="fails", **words), "paper", 77, width=0.5)._repr_html_()
    for text in ("A &lt; B &amp; C", "[Toy&lt;i&gt;]", "x &gt; y", "&lt;script&gt;", "rule: at least 1"):
        assert text in card
    for text in ("NOT as expected (fails)", "<td>1.7 to 2.3</td>", "<td>0.0 to 0.6</td>", "<td>passes</td>"):
        assert text in card
    assert "paper size, seed 77, width = 0.5" in card
    assert not any(text in card for text in ("A < B", "<i>", "<script>", "x > y"))


def test_the_outcome_as_plain_data_is_json_and_the_same_for_the_same_run():
    outcome, again = (run_claim(make(), "course", 4, n=8) for _ in range(2))
    assert json.dumps(outcome.to_dict()) == json.dumps(again.to_dict())
    found = json.loads(json.dumps(outcome.to_dict()))
    estimate, interval = outcome.measured.estimate, list(outcome.measured.interval)
    assert found.pop("claim") == {"n": 8, "estimate": estimate, "interval": interval, "result": "passes"}
    assert found.pop("ablation")["result"] == "fails"
    assert (found.pop("size"), found.pop("seed"), found.pop("overrides")) == ("course", 4, {"n": 8})
    assert (found.pop("rule"), found.pop("alpha")) == ("at least 1", 0.01)
    assert found == {"key": "toy/shift", "verdict": "holds", "expected": "holds", "as_expected": True}


def test_outcomes_make_a_frame_with_a_row_each():
    frame = pd.json_normalize([run_claim(make(), centre=c).to_dict() for c in (2.0, 0.4)])
    assert frame["verdict"].tolist() == ["holds", "fails"]
    assert frame["claim.estimate"].tolist() == pytest.approx([2.0, 0.4])
