"""The boundary: what crosses is a copy of plain data, and everything else is refused with a sentence."""

import collections
import threading

import numpy as np
import pytest

from simlib.exercise.plain import Limits, NotPlain, plain


class Subclass(np.ndarray):
    pass


class Pretender:
    """Would make every comparison by NumPy come out true."""

    def __array_function__(self, func, types, args, kwargs):
        return True

    def __array__(self, dtype=None, copy=None):
        return np.ones(3)

    def __eq__(self, other):
        return True

    __hash__ = None  # type: ignore[assignment]


class Sly:
    """Every method that a copy might call says something else."""

    def lie(self, *arguments, **more):
        raise AssertionError("a method of a subclass was called")

    __iter__ = __len__ = __getitem__ = keys = items = __contains__ = lie
    __float__ = __int__ = __index__ = __str__ = __repr__ = __eq__ = __bool__ = __sub__ = lie
    __hash__ = None  # type: ignore[assignment]


class SlyFloat(Sly, float): ...


class SlyInt(Sly, int): ...


class SlyDict(Sly, dict): ...


class SlyList(Sly, list): ...


class SlyTuple(Sly, tuple): ...


class SlyStr(Sly, str):
    __hash__ = str.__hash__


class Named(type):
    @property
    def __name__(cls):  # type: ignore[override]
        raise RuntimeError("gotcha")


class Nameless(metaclass=Named):
    pass


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


def cycle():
    value = []
    value.append(value)
    return value


def doubling(depth):
    """A small object that is huge when written out."""
    value = [0]
    for _ in range(depth):
        value = [value] * 100
    return value


ATTACKS = {
    "subclass of ndarray": lambda: np.ones(3).view(Subclass),
    "masked array": lambda: np.ma.masked_array([1.0, 2.0], [True, False]),
    "record array's type": lambda: np.ones(3).view(np.recarray),
    "__array_function__": Pretender,
    "generator": lambda: (i for i in range(3)),
    "range": lambda: range(3),
    "set": lambda: {1, 2},
    "bytes": lambda: b"abc",
    "function": lambda: len,
    "lock": threading.Lock,
    "complex number": lambda: 1j,
    "complex array": lambda: np.ones(2, complex),
    "object array": lambda: np.array([Pretender()], dtype=object),
    "text array": lambda: np.array(["a"]),
    "record array": lambda: np.zeros(2, dtype=[("a", float)]),
    "dates": lambda: np.zeros(2, dtype="M8[s]"),
    "long double of no memory": lambda: np.broadcast_to(np.ones(1, np.longdouble), (10**12,)),
    "long double beyond a float": lambda: np.full(2, np.longdouble(2)) ** 5000,
    "number as key": lambda: {1: 2},
    "class with a trap for a name": Nameless,
    "deep nesting": lambda: nested(100_000),
    "cycle": cycle,
    "doubling": lambda: doubling(8),
    "huge list": lambda: [0] * 200_000,
    "huge text": lambda: "a" * 200_000,
    "huge array": lambda: np.zeros(2**23),
    "huge array of no memory": lambda: np.broadcast_to(np.zeros(1), (10**12,)),
    "many axes": lambda: np.zeros((1,) * 12),
    "huge int": lambda: 10**100,
    "NaN": lambda: float("nan"),
    "infinity": lambda: [1.0, float("inf")],
    "NaN in an array": lambda: np.array([1.0, np.nan]),
    "infinity in an array": lambda: {"a": np.array([np.inf])},
    "NaN as NumPy's number": lambda: np.float32("nan"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_refused(attack):
    with pytest.raises(NotPlain) as refusal:
        plain(ATTACKS[attack]())
    assert 5 < len(str(refusal.value)) < 150


def test_long_doubles_are_rounded():
    third = np.longdouble(1) / 3
    got = plain([third, np.full((2, 1), third, order="F")])
    assert (type(got[0]), got[0]) == (float, 1 / 3)
    assert (got[1].dtype, got[1].tolist()) == (np.dtype(float), [[1 / 3], [1 / 3]])


def same(a, b):
    """Equal, and of the same types throughout."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return list(a) == list(b) and all(type(k) is str and same(a[k], b[k]) for k in a)
    return all(map(same, a, b)) and len(a) == len(b) if isinstance(a, list) else a == b


SUBCLASSES = {
    "float": (lambda: SlyFloat(1.5), 1.5),
    "int": (lambda: SlyInt(3), 3),
    "text": (lambda: SlyStr("a"), "a"),
    "list": (lambda: SlyList([1, SlyStr("b")]), [1, "b"]),
    "tuple": (lambda: SlyTuple((1, 2)), [1, 2]),
    "dict": (lambda: SlyDict({SlyStr("k"): SlyFloat(2.0)}), {"k": 2.0}),
    "ordered dict": (lambda: collections.OrderedDict(a=1), {"a": 1}),
    "NumPy's text": (lambda: np.str_("too few"), "too few"),
    "NumPy's text as key": (lambda: {np.str_("a"): np.float64(1)}, {"a": 1.0}),
    "named tuple": (lambda: collections.namedtuple("Pair", "x y")(1, 2), [1, 2]),
}


@pytest.mark.parametrize("kind", SUBCLASSES)
def test_of_a_subclass_the_builtin_part_crosses_and_no_code(kind):
    make, crossed = SUBCLASSES[kind]
    assert same(plain(make()), crossed)


CROSSING = {
    "None": None,
    "bool": True,
    "int": 2**63,
    "float": -1.5,
    "text": "α",
    "list": [1, [2.0, "a"], {"b": None}],
    "empty": [],
}


@pytest.mark.parametrize("name", CROSSING)
def test_crosses(name):
    value = CROSSING[name]
    assert plain(value) == value
    assert type(plain(value)) is type(value)


def test_tuples_and_numpy_numbers_become_pythons():
    got = plain((np.float64(0.5), np.int32(3), np.bool_(True), np.float32(0.25)))
    assert got == [0.5, 3, True, 0.25]
    assert [type(x) for x in got] == [float, int, bool, float]


@pytest.mark.parametrize("code", ["?", "i1", "u8", "f2", "f4", "f8", ">f8", ">i4"])
def test_arrays_cross_as_copies(code):
    array = np.arange(6).reshape(2, 3).T.astype(code)
    got = plain([array])[0]
    assert type(got) is np.ndarray
    assert got.dtype == np.dtype(code).newbyteorder("=")
    assert got.flags.c_contiguous
    assert got.flags.writeable
    np.testing.assert_array_equal(got, array)
    got[...] = 0
    assert array.any()


def test_nan_and_infinity_cross_where_allowed():
    assert plain(float("inf"), inf=True) == float("inf")
    assert np.isnan(plain(np.array([np.nan]), nan=True)).all()
    with pytest.raises(NotPlain):
        plain(float("nan"), inf=True)
    with pytest.raises(NotPlain):
        plain(np.array([np.inf]), nan=True)


def test_limits_count_over_the_whole_message():
    limits = Limits(array_bytes=100, items=5, characters=10, depth=3)
    plain([np.zeros(6), np.zeros(6)], limits=limits)
    for value in ([np.zeros(6)] * 3, [[1, 2], [3, 4]], ["a" * 6] * 2, [[[[]]]]):
        with pytest.raises(NotPlain):
            plain(value, limits=limits)


def test_copies_do_not_share():
    inner = [1]
    got = plain({"a": inner, "b": inner})
    got["a"].append(2)
    assert inner == [1]
    assert got["b"] == [1]
