"""House rules that can be read off source text without running it.

In this file: `import_problems` for answers, `checks_problems` for checks.py, `leaks` for texts that
give the answer away, `definitions` for what the library itself exports.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from pathlib import Path

CHECKS_MODULES = ("numpy", "simlib.exercise.expect", "__future__")
ANSWER_METHODS = ("call", "new", "allowing", "keeping")
HARMLESS = ("__future__", "matplotlib")  # pictures cost nobody a mark
SHORTEST_LEAK = 15  # characters without blanks: shorter lines are everybody's


def import_problems(source: str, modules: Sequence[str]) -> list[str]:
    """What the source imports beyond `modules`, each as the end of a sentence.

    It reads import statements only: code that hides an import is the sandbox's business.
    Raises: SyntaxError.
    """
    allowed = {*modules, *HARMLESS}
    names = {name.split(".")[0] for name in _imported(source)}
    listed = " and ".join(sorted(modules)) or "nothing"
    return [f"imports {name}; this exercise allows {listed}" for name in sorted(names - allowed)]


def checks_problems(source: str) -> list[str]:
    """Where checks.py breaks the contract that lets it judge an answer in another process.

    It may import numpy and `simlib.exercise.expect`, and may ask an answer for call, new, allowing and
    keeping only.
    """
    problems = [f"imports {name}" for name in _imported(source) if name not in CHECKS_MODULES]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_"):
            problems.append(f"line {node.lineno}: uses {node.attr}")
        if isinstance(node, ast.Attribute) and _is_answer(node.value) and node.attr not in ANSWER_METHODS:
            problems.append(f"line {node.lineno}: asks an answer for {node.attr}")
        if isinstance(node, ast.Name) and node.id in (
            "getattr",
            "vars",
            "open",
            "eval",
            "exec",
            "__import__",
        ):
            problems.append(f"line {node.lineno}: uses {node.id}")
        if isinstance(node, ast.FunctionDef) and node.name.startswith("check_"):
            problems += _check_function(node)
    return problems


def leaks(answer: str, stub: str, texts: Iterable[str]) -> list[str]:
    """Lines of the answer's code that stand in one of the texts; lines of the stub do not count."""
    given = {_bare(line) for line in stub.splitlines()}
    lines = {_bare(line) for line in _code(answer).splitlines()} - given
    told = [_bare(text) for text in texts]
    return [line for line in sorted(lines) if len(line) >= SHORTEST_LEAK and any(line in t for t in told)]


def definitions(package: Path) -> set[str]:
    """The names of all functions and classes at the top of the package's files."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    return {
        node.name
        for path in sorted(package.rglob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, kinds)
    }


def _imported(source: str) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append("." * node.level + (node.module or ""))
    return names


def _is_answer(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "answer"


def _check_function(node: ast.FunctionDef) -> list[str]:
    problems = []
    if [argument.arg for argument in node.args.args] != ["answer", "rng"]:
        problems.append(f"{node.name} must take (answer, rng)")
    if not ast.get_docstring(node):
        problems.append(f"{node.name} must have a docstring, whose first line is its public name")
    return problems


def _bare(text: str) -> str:
    return "".join(text.split())


def _code(source: str) -> str:
    """The source without docstrings and comments, one statement's text per line."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node) and body:
            node.body = body[1:] or [ast.Pass()]
    return ast.unparse(tree)
