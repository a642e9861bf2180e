"""The house rules that no linter knows: a file's text goes in, sentences on what is wrong come out.

tests/test_house.py holds them against the tree, and shows that each sees a bad example.

In this file, simplest first: `too_long`, `undocumented`, `re_exports`, `torch_unmarked`; the rules for
tests, `vacuous` and `excused`; `global_state`, `not_where_imported`, and `policies`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
# a call of one of these that stands alone computes a truth value and throws it away
TRUTHS = {
    "all", "allclose", "any", "array_equal", "array_equiv", "contains", "endswith", "equals", "exists",
    "is_file", "is_dir", "isclose", "isdisjoint", "isfinite", "isin", "isinstance", "isnan", "issubclass",
    "issubset", "issuperset", "match", "fullmatch", "search", "startswith",
}  # fmt: skip
CHECKS = ("assert", "check", "raises", "warns", "fail")
WIDE = {"Exception", "RuntimeError", "TypeError", "ValueError"}  # raised by half of all mistakes
LITERALS = (ast.Constant, ast.Dict, ast.GeneratorExp, ast.JoinedStr, ast.Lambda, ast.List, ast.Tuple)
GENERATORS = {"BitGenerator", "Generator", "PCG64", "SFC64", "SeedSequence"}
GLOBAL = {"numpy.seterr", "numpy.seterrcall", "numpy.setbufsize", "torch.manual_seed", "torch.seed"}


def too_long(source: str, lines: int = 300, function: int = 40) -> list[str]:
    """Files of more than `lines` lines and functions of more than `function`, docstrings counted."""
    total = len(source.splitlines())
    found = [f"the file has {total} lines, more than {lines}"] if total > lines else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            found += [f"{node.name} has {length} lines, more than {function}"] if length > function else []
    return found


def undocumented(source: str) -> list[str]:
    """No docstring of the module or of a public class or function; several of these and no list of them.

    The functions behind a command line, which a decorator hands over, need no list.
    """
    tree = ast.parse(source)
    public = [node for node in tree.body if isinstance(node, Definition) and not node.name.startswith("_")]
    found = [f"{node.name} has no docstring" for node in public if not ast.get_docstring(node)]
    said = ast.get_docstring(tree)
    if not said:
        return ["the module has no docstring", *found]
    listed = [node for node in public if isinstance(node, ast.ClassDef) or not node.decorator_list]
    several = len(listed) > 1 and "In this file" not in said
    return [*found, *(["the module's docstring does not say what is in this file"] if several else [])]


def re_exports(source: str) -> list[str]:
    """What an __init__.py holds besides its docstring and the version."""
    found = []
    for node in ast.parse(source).body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        version = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__version__"
        if not docstring and not version:
            found.append(f"line {node.lineno}: {ast.unparse(node).splitlines()[0]}")
    return found


def torch_unmarked(source: str) -> list[str]:
    """A file that loads torch when imported, and only such a file, says (torch) in its first line."""
    tree = ast.parse(source)
    marked = "(torch)" in (ast.get_docstring(tree) or "").partition("\n")[0]
    loads = any(name.partition(".")[0] == "torch" for node in tree.body for name in _imported(node))
    if loads and not marked:
        return ["imports torch, and its docstring's first line does not say (torch)"]
    return ["says (torch) and does not import it"] if marked and not loads else []


def vacuous(source: str) -> list[str]:
    """Assertions that cannot fail: thrown away, always true, a raise of any kind, a test without one."""
    found = []
    for node in ast.walk(ast.parse(source)):
        what = ""
        if isinstance(node, ast.Expr) and _is_truth(node.value):
            what = f"computed and thrown away: {ast.unparse(node)}"
        elif isinstance(node, ast.Assert):
            what = _always(node.test)
        elif isinstance(node, ast.With):
            what = next(filter(None, map(_any_sentence, node.items)), "")
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not _checks(node):
            what = f"{node.name} asserts nothing"
        found += [f"line {node.lineno}: {what}"] if what else []
    return found


def excused(source: str) -> list[str]:
    """Tests that are skipped, expected to fail or run again; what a machine lacks may be skipped inside."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("mark"):
            bad = node.attr in ("skip", "xfail", "flaky")
        else:
            bad = isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.xfail"
        found += [f"line {node.lineno}: {ast.unparse(node)}"] if bad else []
    return found


def global_state(source: str) -> list[str]:
    """Draws from a global generator, and settings that reach beyond the file."""
    tree, found = ast.parse(source), []
    names = {local: full for node in ast.walk(tree) for local, full in _bound(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name):
            first, dot, rest = ast.unparse(node).partition(".")
            full = names.get(first, "") + dot + rest
            drawn = re.fullmatch(r"numpy\.random\.(\w+)", full)
            drawn_globally = drawn is not None and drawn[1] not in GENERATORS
            if drawn_globally or re.fullmatch(r"random\.\w+", full) or full in GLOBAL:
                found.append(f"line {node.lineno}: {ast.unparse(node)}")
    return found


def not_where_imported(source: str, root: Path) -> list[str]:
    """Names imported from a file of simlib that does not define them."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "simlib":
            known = _defined(root.joinpath(*str(node.module).split(".")))
            missing = [alias.name for alias in node.names if alias.name not in known]
            found += [f"line {node.lineno}: {node.module} does not define {name}" for name in missing]
    return found


def policies(source: str) -> list[str]:
    """The classes that act or learn as an algorithm of their own: the interface has no parent."""
    return [
        node.name
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and node.bases
        if {"act", "learn"} & {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
    ]


def _is_truth(node: ast.expr) -> bool:
    call = isinstance(node, ast.Call) and _last_name(node.func) in TRUTHS
    opposite = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    return call or opposite or isinstance(node, ast.Compare | ast.BoolOp)


def _always(test: ast.expr) -> str:
    """Why this test of an assert cannot fail, or nothing."""
    empty = isinstance(test, ast.Constant) and not test.value
    if isinstance(test, LITERALS) and not empty:
        return f"always true: assert {ast.unparse(test)}"
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
        return next(filter(None, map(_always, test.values)), "")
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        left, right = ast.unparse(test.left), ast.unparse(test.comparators[0])
        same = left == right and not any(isinstance(part, ast.Call) for part in ast.walk(test))
        length = left.startswith("len(") and right == "0" and isinstance(test.ops[0], ast.GtE)
        return f"always true: assert {ast.unparse(test)}" if same or length else ""
    return ""


def _any_sentence(item: ast.withitem) -> str:
    """Why this context takes an error of any sentence, or nothing."""
    call = item.context_expr
    if not isinstance(call, ast.Call) or _last_name(call.func) != "raises" or item.optional_vars:
        return ""
    wide = bool(call.args) and ast.unparse(call.args[0]) in WIDE
    matched = any(keyword.arg == "match" for keyword in call.keywords)
    return f"{ast.unparse(call)} must say which sentence: match=" if wide and not matched else ""


def _checks(test: ast.FunctionDef) -> bool:
    calls = [_last_name(node.func) for node in ast.walk(test) if isinstance(node, ast.Call)]
    asserts = any(isinstance(node, ast.Assert) for node in ast.walk(test))
    return asserts or any(name.startswith(CHECKS) for name in calls)


def _last_name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def _bound(node: ast.AST) -> Iterator[tuple[str, str]]:
    """What an import binds: (local name, full name)."""
    for alias in node.names if isinstance(node, ast.Import | ast.ImportFrom) else []:
        if isinstance(node, ast.ImportFrom):
            yield alias.asname or alias.name, f"{node.module}.{alias.name}"
        else:
            yield (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2


def _defined(path: Path) -> set[str]:
    """The names at the top level of a module, or the modules of a package; none of what is not there."""
    if path.is_dir():
        return {"__version__", *(part.stem for part in path.iterdir())}
    file, found = path.with_suffix(".py"), set[str]()
    for node in ast.parse(file.read_text(encoding="utf-8") if file.exists() else "").body:
        if isinstance(node, Definition):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {
                part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)
            }
    return found
