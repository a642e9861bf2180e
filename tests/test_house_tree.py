"""The house rules for what is no Python: imports, versions, stored outputs, and the README's own words.

As in test_house.py, the tree obeys each rule, and each sees a bad example.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import simlib
from simlib.cli import app

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import house_tree  # noqa: E402  (lies in tools/)

HEAVY = ("torch", "matplotlib", "pandas", "numba")
# folders with these names say nothing of one machine
ANYWHERE = {"/", "/home", "/opt", "/root", "/srv", "/tmp", "/usr/src"}


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


PROJECT = tomllib.loads(text_of("pyproject.toml"))
PINNED = house_tree.pinned(text_of("constraints.txt"))
CONDA = yaml.safe_load(text_of("environment.yml"))


# imports


def light_modules() -> list[str]:
    """The modules below `plot` in the order of layers, those that say (torch) left out."""
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    below = re.findall(r"\w+", " ".join(layers[layers.index("plot") + 1 :]))
    files = [path for name in below for path in ROOT.glob(f"simlib/{name}/*.py")]
    files += [path for name in below for path in ROOT.glob(f"simlib/{name}.py")]
    light = [path for path in files if "(torch)" not in path.read_text().partition("\n")[0]]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in sorted(light)]
    return [name.removesuffix(".__init__") for name in names]


def test_what_lies_below_plot_loads_nothing_heavy():
    modules = light_modules()
    assert {"simlib.rng", "simlib.stats", "simlib.course", "simlib.bandit.simulate"} <= set(modules)
    assert "simlib.plot" not in modules
    assert house_tree.loaded(modules, HEAVY, ROOT) == []


def test_a_heavy_import_is_seen_even_where_it_is_optional(tmp_path):
    (tmp_path / "fine.py").write_text("def f():\n    import pandas\n")
    (tmp_path / "bad.py").write_text(
        "try:\n    import nosuch\nexcept ImportError:\n    pass\nimport json.tool\n"
    )
    said = house_tree.loaded(["fine", "bad"], ["pandas", "nosuch", "json.tool"], tmp_path)
    assert said == ["bad imports nosuch", "bad imports json.tool"]


# versions


def test_conda_users_get_the_same_packages_and_versions():
    wanted = house_tree.required(PROJECT["project"], "course")
    assert wanted == set(house_tree.conda(CONDA))
    assert house_tree.conda(CONDA) == {name: PINNED[name] for name in wanted}
    assert f"python{PROJECT['project']['requires-python']}" in CONDA["dependencies"]


def test_every_direct_dependency_is_pinned():
    everything = house_tree.required(PROJECT["project"], *PROJECT["project"]["optional-dependencies"])
    assert everything - set(PINNED) == set()
    # the number without a local tag: a CPU build satisfies it too
    assert PINNED["torch"] == "2.13.0"


def test_names_and_versions_are_read_as_they_are_written():
    small = {
        "dependencies": ["numpy>=2.0", "PyYAML"],
        "optional-dependencies": {"dev": ["dask[distributed]>=2025.1"], "bench": ["river"]},
    }
    assert house_tree.required(small) == {"numpy", "pyyaml"}
    assert house_tree.required(small, "dev") == {"numpy", "pyyaml", "dask"}
    assert house_tree.pinned("# a==1\nb==2.0.post1\nc-d==3\ne>=4\n") == {"b": "2.0.post1", "c-d": "3"}
    environment = {"dependencies": ["python>=3.11", "pip", "numpy=2.4.6", {"pip": ["-e ."]}]}
    assert house_tree.conda(environment) == {"numpy": "2.4.6"}


def test_one_version_stands_everywhere():
    cited = yaml.safe_load(text_of("CITATION.cff"))["version"]
    newest = re.findall(r"^## (\S+)", text_of("CHANGELOG.md"), re.MULTILINE)[0]
    said = {"pyproject.toml": PROJECT["project"]["version"], "CITATION.cff": cited, "CHANGELOG.md": newest}
    assert said == dict.fromkeys(said, simlib.__version__)


# what is published


def published() -> list[Path]:
    """The files that git tracks or would track."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.split("\0")
    if "pyproject.toml" not in listed:
        pytest.skip("not a checkout of git: which files would be published is not known")
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def test_nothing_that_is_published_names_a_folder_of_this_machine():
    folders = {str(ROOT), str(ROOT.parent), str(Path.home()), sys.prefix} - ANYWHERE
    found = []
    for path in published():
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {said}" for said in house_tree.machine_paths(text, folders)]
    assert found == []


def test_a_folder_of_a_machine_is_seen():
    text = 'File "/srv/ann/main/x.py" and /srv/annex/, my/srv/ann, ~/srv/ann'
    assert house_tree.machine_paths(text, ["/srv/ann/"]) == ["/srv/ann"]
    for home in ("/home/" + "ann/", "/Users/" + "ann/", "C:" + r"\Users"):
        assert house_tree.machine_paths(f"in {home}x.py", []) == [home]


def test_every_notebook_was_executed_without_an_error():
    notebooks = sorted([*ROOT.glob("book/*.ipynb"), *ROOT.glob("labs/*/*.ipynb")])
    assert len(notebooks) > 0
    stored = [(path.name, json.loads(path.read_text(encoding="utf-8"))) for path in notebooks]
    assert [f"{name}: {said}" for name, book in stored for said in house_tree.notebook_problems(book)] == []


def test_a_notebook_that_was_not_executed_is_seen():
    def cell(count: int | None, *kinds: str) -> dict:
        outputs = [{"output_type": kind} for kind in kinds]
        return {"cell_type": "code", "source": "x", "execution_count": count, "outputs": outputs}

    text = {"cell_type": "markdown", "source": "x"}
    assert house_tree.notebook_problems({"cells": [text, cell(1), cell(2, "stream")]}) == []
    assert house_tree.notebook_problems({"cells": [text, cell(1), cell(2)]}) == ["no cell has an output"]
    assert house_tree.notebook_problems({"cells": [cell(None, "stream"), cell(2, "stream", "error")]}) == [
        "code cell 1 was not executed",
        "code cell 2 ends in an error",
    ]


# the README


def test_the_readme_names_only_commands_that_exist():
    named = re.findall(r"^(?:\S+/)?simlib (\w+)", text_of("README.md"), re.MULTILINE)
    assert {"check", "hint", "claims", "lab"} <= set(named)
    assert set(named) <= {
        command.callback.__name__ for command in app.registered_commands if command.callback
    }


@pytest.mark.slow
def test_the_python_of_the_readme_runs_as_it_stands():
    (code,) = house_tree.code_cells(text_of("README.md"))
    code += "\nprint(*result.to_frame().columns[:2])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    world, _, ucb1, thompson, difference, columns = done.stdout.splitlines()
    assert world == "BernoulliBandit(10 arms, means 0.5 to 0.6): 2000 rounds, 512 runs, seed 0"
    assert (ucb1.split()[0], thompson.split()[:2], columns) == ("UCB1", ["Thompson", "Beta"], "policy t")
    paired = float(ucb1.split()[1]) - float(thompson.split()[2])
    assert abs(float(difference) - paired) <= 0.11, "each printed regret is rounded to a tenth"
