"""Plain data through a pipe: everything comes back as it was, and nothing else comes through."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hn

from simlib.exercise.plain import plain
from simlib.grade.wire import decode, encode

DTYPES = st.sampled_from([np.dtype(c) for c in ("?", "i1", "u1", "i2", "i4", "i8", "u8", "f2", "f4", "f8")])
ARRAYS = DTYPES.flatmap(
    lambda d: hn.arrays(d, hn.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))
)
SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=20)
DATA = st.recursive(
    SCALARS | ARRAYS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


def same(a, b) -> bool:
    if isinstance(a, np.ndarray):
        alike = isinstance(b, np.ndarray) and (a.dtype, a.shape) == (b.dtype, b.shape)
        return alike and a.tobytes() == b.tobytes()
    if isinstance(a, list):
        return isinstance(b, list) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return isinstance(b, dict) and list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    return type(a) is type(b) and (a == b or (a != a and b != b))


@given(DATA)
def test_what_goes_in_comes_out(value):
    value = plain(value, nan=True, inf=True)
    line = encode(value)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert same(decode(line), value)


def test_the_example_of_the_docstring():
    assert encode([1, 2.5, "a", None]) == b'[1,2.5,"a",null]\n'
    assert encode({"mean": 0.5}) == b'{"dict":{"mean":0.5}}\n'
    assert json.loads(encode(np.array([[1.0, 2.0]]))) == {
        "array": ["<f8", [1, 2], "AAAAAAAA8D8AAAAAAAAAQA=="]
    }


def test_an_array_is_one_s_own():
    array = decode(encode(np.arange(3)))
    array[0] = 7
    assert array.tolist() == [7, 1, 2]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b"{}",
        b'{"value": 1}',
        b'{"dict": [1]}',
        b'{"dict": {}, "array": []}',
        b'{"array": ["<f8", [1]]}',
        b'{"array": ["|O", [1], "AAAAAAAAAAA="]}',
        b'{"array": ["<c16", [0], ""]}',
        b'{"array": ["<f8", [2], "AAAAAAAAAAA="]}',
        b'{"array": ["<f8", [-1], ""]}',
        b'{"array": ["<f8", [0, 1e9], ""]}',
        b'{"array": ["<f8", [true], "AAAAAAAAAAA="]}',
        b'{"array": ["<f8", [1], "AAAAAAAAAA*="]}',
        b'{"array": ["<f8", [1], "\\u00e4AAAAAAAAAA="]}',
        b'{"array": [[], [1], "AAAAAAAAAAA="]}',
        b'{"array": ["<f8", [' + b"1," * 40 + b'1], "AAAAAAAAAAA="]}',
        b"\xff\xfe",
        b"9" * 5000,
    ],
)
def test_nothing_else_comes_out(line):
    with pytest.raises(ValueError, match="a line that is no message"):
        decode(line)


def test_a_huge_shape_of_nothing_is_harmless():
    assert decode(b'{"array": ["<f8", [0, 1000000000], ""]}').shape == (0, 10**9)
