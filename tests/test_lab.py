"""Labs in a small course: where claims are found, and what `simlib claims` prints and exits with."""

import json
import os
import re
import subprocess
import sys

import joblib
import pytest

from simlib.claim import run_claim
from simlib.lab import claims_command, find_claims, lab_keys, load_lab
from simlib.rng import stream

# no luck in here: the interval of a spread of 0.1 reaches 0.08 to either side
TOY = """
import numpy as np
from simlib.claim import Claim
from simlib.rule import Rule

def measure(size, seed, centre=2.0, spread=0.1):
    return centre + spread * np.linspace(-1, 1, 9)

def small(size, seed, centre=0.2):
    return [centre] * 8

def by_size(size, seed, centre=2.0, tag=""):
    return [centre + 10 * (size == "course")] * 8

def by_seed(size, seed, centre=2.0):
    return [centre - 5 * (seed % 2)] * 8

def claim(name, measure=measure, broken=0.5, **more):
    words = dict(key=f"toy/{name}", sentence="It is above 1.", source="[T]", broken="-", **more)
    return Claim(measure=measure, rule=Rule(at_least=1), ablation={"centre": broken}, **words)
"""
CLAIMS = {
    "holds": 'claim("holds")',
    "fails": 'claim("fails", small, expected="fails", because="small")',
    "vacuous": 'claim("vacuous", broken=1.7)',
    "undecided": 'claim("undecided", broken=1.01)',
    "straddles": 'claim("straddles", lambda size, seed, centre=1.01: measure(size, seed, centre))',
    "surprise": 'claim("surprise", expected="fails", because="it should not")',
    "by_size": 'claim("by_size", by_size)',
    "by_seed": 'claim("by_seed", by_seed)',
}


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.delenv("SIMLIB_SIZE", raising=False)
    for part in ("book", "labs", "exercises"):
        (tmp_path / part).mkdir()
    add_lab(tmp_path, "toy", *CLAIMS)
    add_lab(tmp_path, "good", "holds", "fails")
    return tmp_path


def add_lab(course, key, *names):
    claims = ", ".join(CLAIMS[name] for name in names)
    write(course, key, f"{TOY}\nCLAIMS = [{claims}]\n".replace("toy/", f"{key}/"))


def write(course, key, text, file="claim.py"):
    (course / "labs" / key).mkdir(exist_ok=True)
    (course / "labs" / key / file).write_text(text)


def simlib(course, *arguments):
    command = [sys.executable, "-m", "simlib.cli", "claims", *arguments]
    env = {**os.environ, "SIMLIB_COURSE": str(course)}
    return subprocess.run(command, capture_output=True, text=True, cwd=course, env=env, timeout=120)


def test_labs_are_the_folders_with_a_claim(course, monkeypatch):
    (course / "labs" / "empty").mkdir()
    (course / "labs" / "claim.py").touch()
    assert lab_keys(course) == ["good", "toy"]
    assert [claim.key for claim in load_lab("good", course)] == ["good/holds", "good/fails"]
    monkeypatch.setenv("SIMLIB_COURSE", str(course))
    assert lab_keys() == ["good", "toy"]


def test_a_lab_may_have_more_files_of_claims(course):
    claims = CLAIMS["vacuous"].replace('"vacuous"', '"third"')
    write(course, "good", f"{TOY}\nCLAIMS = [{claims}]\n".replace("toy/", "good/"), "claim_more.py")
    assert [claim.key for claim in load_lab("good", course)] == ["good/holds", "good/fails", "good/third"]
    write(course, "good", "CLAIMS = []", "claim_more.py")
    with pytest.raises(
        ValueError, match=r"^CLAIMS of labs/good/claim_more\.py must be a list of claims; got none$"
    ):
        load_lab("good", course)


def test_claims_are_found_by_lab_and_by_name_each_once(course):
    def keys(*names):
        return [claim.key for claim in find_claims(names, course)]

    assert keys() == ["good/holds", "good/fails", *(f"toy/{name}" for name in CLAIMS)]
    assert keys("toy/vacuous", "good", "toy/holds") == ["toy/vacuous", *keys("good"), "toy/holds"]
    assert keys("good/fails", "good", "good/fails") == ["good/fails", "good/holds"]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["goood"], "lab must be one of good; got goood"),
        (["toy/vacous"], "claim must be one of toy/vacuous"),
        (["good/"], "claim must be one of good/"),
    ],
)
def test_an_unknown_key_names_the_nearest(course, keys, said):
    with pytest.raises(LookupError, match=f"^{said}"):
        find_claims(keys, course)


def test_a_course_without_labs_is_no_success(tmp_path):
    with pytest.raises(LookupError, match=r"the course must have a lab, .*; got none"):
        claims_command(course=tmp_path)


@pytest.mark.parametrize("text", ["", "CLAIMS = []"])
def test_a_lab_without_claims_is_no_success(course, text):
    write(course, "bare", text)
    with pytest.raises(ValueError, match=r"CLAIMS of labs/bare/claim.py must be a list of claims; got none"):
        claims_command(["bare"], course=course)


def test_the_key_of_a_claim_begins_with_its_lab_and_comes_once(course):
    write(course, "other", TOY + 'CLAIMS = [claim("holds")]')
    with pytest.raises(ValueError, match="must begin with other/ and come once; got toy/holds"):
        load_lab("other", course)
    add_lab(course, "toy", "holds", "fails", "holds")
    with pytest.raises(ValueError, match="must begin with toy/ and come once; got toy/holds"):
        load_lab("toy", course)


def test_a_lab_is_read_afresh(course, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = course / "labs" / "good" / "claim.py"
    age = path.stat().st_mtime
    assert run_claim(load_lab("good", course)[0]).measured.estimate == pytest.approx(2.0)
    path.write_text(path.read_text().replace("centre=2.0", "centre=7.0"))
    os.utime(path, (age, age))  # as old and as long as before: bytecode on disk would be taken for current
    assert run_claim(load_lab("good", course)[0]).measured.estimate == pytest.approx(7.0)


WORLD = """
from __future__ import annotations
from dataclasses import dataclass

@dataclass(frozen=True)
class World:
    mean: float
    def draw(self, i):
        return self.mean + i / 100
"""
SPREAD = """
import joblib
from world import World
from simlib.claim import Claim
from simlib.rule import Rule

def draw(world, i):
    return world.draw(i)

def measure(size, seed, mean=1.0):
    return joblib.Parallel(n_jobs=2)(joblib.delayed(draw)(World(mean), i) for i in range(8))

CLAIMS = [Claim("far/a", "It is far.", "[T]", measure, Rule(at_least=0.5), {"mean": 0.0}, "no mean")]
"""


def test_a_lab_has_a_world_and_workers_can_run_both(course):
    write(course, "far", WORLD, "world.py")
    write(course, "far", SPREAD)
    write(course, "near", WORLD.replace("/ 100", "/ 50"), "world.py")
    write(course, "near", SPREAD.replace("far/a", "near/a"))
    [near], [claim] = load_lab("near", course), load_lab("far", course)
    assert run_claim(near).measured.estimate == pytest.approx(1.07)
    assert "world" not in sys.modules
    outcome = run_claim(claim)  # its draws run in other processes
    assert (outcome.verdict, outcome.measured.estimate) == ("holds", pytest.approx(1.035))
    with joblib.parallel_config("loky", n_jobs=2):
        there = joblib.Parallel()(joblib.delayed(run_claim)(claim, seed=s) for s in (4, 5))
    assert [(o.seed, o.measured) for o in there] == [(4, outcome.measured), (5, outcome.measured)]


# "fails" is expected to fail, and does; "surprise" is expected to fail, and holds
GOOD = ("holds", "fails", "holds fails")
BAD = ("vacuous", "undecided", "straddles", "surprise", "holds vacuous fails")


@pytest.mark.parametrize("names", GOOD + BAD)
def test_the_exit_code_is_0_if_every_verdict_is_as_expected(course, names):
    keys, code = [f"toy/{name}" for name in names.split()], int(names in BAD)
    for blocks in (1, 2):
        assert claims_command(keys, blocks, course=course)[1] == code
        assert claims_command(keys, blocks, as_json=True, course=course)[1] == code


def test_what_is_known_is_said_at_once_and_more_processes_change_nothing(course):
    keys = ["toy/holds", "toy/by_seed", "toy/vacuous"]
    for blocks, end in ((1, "\n\n"), (3, "\n")):
        said = []
        text, code = claims_command(keys, blocks, 5, course=course, say=said.append)
        assert "".join(said) == text + "\n"
        assert [part[-len(end) :] for part in said[:-1]] == [end] * 3
        assert claims_command(keys, blocks, 5, course=course, n_jobs=2) == (text, code)


def test_the_text_has_a_card_for_each_claim_and_a_count(course):
    text, _ = claims_command(["toy/holds", "toy/vacuous", "toy/undecided"], seed="31", course=course)
    cards = text.split("\n\n")
    assert [card.splitlines()[0] for card in cards] == [
        "toy/holds: holds, as expected",
        "toy/vacuous: vacuous, NOT as expected (holds)",
        "toy/undecided: undecided, NOT as expected (holds)",
        "1 of 3 claims as expected (quick size, seed 31)",
    ]
    assert cards[0] == repr(run_claim(load_lab("toy", course)[0], seed=31))


def test_blocks_run_on_fresh_seeds_and_say_how_many_agree(course):
    text, code = claims_command(["toy/holds", "toy/by_seed"], blocks=12, seed=7, course=course)
    seeds = [int(stream(7, "claim toy/by_seed", block).integers(2**31)) for block in range(12)]
    odd = [f"fails at seed {seed}" for seed in seeds if seed % 2]
    assert len(odd) > 0
    assert text.splitlines() == [
        "toy/holds: 12 of 12 blocks agree (holds)",
        "; ".join([f"toy/by_seed: {12 - len(odd)} of 12 blocks agree (holds)", *odd]),
        "1 of 2 claims as expected (quick size, seed 7)",
    ]
    assert code == 1


def test_a_random_seed_is_fresh_and_what_is_printed_repeats_it(course):
    def blocks(seed):
        return json.loads(claims_command(["toy/by_seed"], 6, seed, "course", as_json=True, course=course)[0])

    first, second = blocks("random"), blocks("random")
    assert first["seed"] != second["seed"]  # 1 in 2^31 that they are one
    assert blocks(str(first["seed"])) == first
    assert first["agree"] == sum(block["verdict"] == "holds" for block in first["blocks"])
    text, _ = claims_command(["toy/by_seed"], seed="random", course=course)
    (card_seed, line_seed) = re.findall(r"seed (\d+)", text)
    assert card_seed == line_seed


@pytest.mark.parametrize(("given", "size"), [("course", "course"), (None, "paper"), ("quick", "quick")])
def test_the_size_is_the_one_given_or_that_of_the_environment(course, monkeypatch, given, size):
    monkeypatch.setenv("SIMLIB_SIZE", "paper")
    found = json.loads(claims_command(["toy/by_size"], size=given, as_json=True, course=course)[0])
    assert (found["size"], found["claim"]["estimate"]) == (size, 12.0 if size == "course" else 2.0)
    monkeypatch.setenv("SIMLIB_SIZE", "huge")
    with pytest.raises(ValueError, match="SIMLIB_SIZE must be one of quick, course, paper; got 'huge'"):
        claims_command(["good"], course=course)


LITERALS = {"4": 4, "-0.5": -0.5, "1e-3": 0.001, "True": True, "None": None, "(1, 2)": [1, 2], "'4'": "4"}
TEXTS = ("ucb1", "a=b", "", "{[]: 1}", "{1}", "__import__('os')")


@pytest.mark.parametrize(("written", "value"), [*LITERALS.items(), *zip(TEXTS, TEXTS, strict=True)])
def test_a_value_is_a_literal_or_else_text(course, written, value):
    text, code = claims_command(["toy/by_size"], overrides=[f"tag={written}"], as_json=True, course=course)
    assert json.loads(text)["overrides"] == {"tag": value}
    assert code == 0


def test_an_override_reaches_claims_that_have_it_and_the_others_are_named(course):
    keys = ["toy/by_size", "toy/holds", "toy/by_seed"]
    text, code = claims_command(keys, overrides=["spread=0.2", "centre=0.5"], course=course)
    first, second, card, count = text.split("\n\n")
    assert first == "left out, no such keyword: toy/by_size"
    assert second == "left out, no such keyword: toy/by_seed"
    assert card.startswith("toy/holds: fails, NOT as expected (holds)")
    assert card.endswith("spread = 0.2, centre = 0.5 (sentence and rule speak of the claim's own numbers)")
    assert (count, code) == ("0 of 1 claims as expected (quick size, seed 0)", 1)
    rows = claims_command(keys, overrides=["spread=0.2"], as_json=True, course=course)[0].splitlines()
    assert [json.loads(row)["key"] for row in rows] == ["toy/holds"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"seed": "often"}, "seed must be a whole number or 'random'; got often"),
        ({"seed": 1.5}, "seed must be an int >= 0; got 1.5"),
        ({"size": "huge"}, "size must be one of quick, course, paper; got 'huge'"),
        ({"blocks": 0}, "blocks must be an int >= 1; got 0"),
        ({"overrides": ["centre"]}, "an override must be NAME=VALUE; got centre"),
        ({"overrides": ["seed=1"]}, "an override must be one of centre, spread, tag; got 'seed'"),
        ({"overrides": ["spread=1", "sed=1"]}, "an override must be one of centre, spread, tag; got 'sed'"),
        ({"overrides": ["spread=1", "tag=x"]}, "overrides must be keywords of one claim; got spread, tag"),
        ({"overrides": ["spread=x"]}, "overrides must be values that toy/holds can take; got spread = x ("),
    ],
)
def test_wrong_usage_is_one_sentence(course, arguments, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        claims_command(["toy/by_size", "toy/holds"], course=course, **arguments)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("toy/vacuous", 1, "toy/vacuous: vacuous, NOT as expected (holds)"),
        ("good/holds --set centre=0.1 --seed 9 --size course", 1, "course size, seed 9, centre = 0.1"),
        ("good --blocks 20 --seed random", 0, "good/fails: 20 of 20 blocks agree (fails)"),
        ("good --set center=1", 2, "simlib: an override must be one of centre, spread; got 'center'"),
    ],
)
def test_the_command_prints_and_exits(course, arguments, code, said):
    done = simlib(course, *arguments.split())
    printed, silent = (done.stderr, done.stdout) if code == 2 else (done.stdout, done.stderr)
    assert (done.returncode, silent) == (code, "")
    assert said in printed
    assert len(printed.splitlines()) == 1 or code < 2


def test_another_process_prints_the_same_json_an_object_a_line(course):
    done = simlib(course, "good", "--json", "--seed", "3")
    text, code = claims_command(["good"], seed=3, as_json=True, course=course)
    assert (done.stdout, done.returncode, done.stderr) == (f"{text}\n", code, "")
    assert [json.loads(line)["key"] for line in text.splitlines()] == ["good/holds", "good/fails"]
