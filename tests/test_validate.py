"""What passes the boundary and what does not, each refusal in one exact sentence."""

import math
import sys
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from simlib.validate import check_array, check_choice, check_int, check_probs, check_real, nearest

calm = settings(deadline=None, max_examples=60)
NAN, INF = math.nan, math.inf


def refusal(call, *args, **kwargs) -> str:
    """The sentence of the ValueError that the call raises."""
    with pytest.raises(ValueError, match=r"\A[^\n]+ must be [^\n]+; got [^\n]+\Z") as caught:
        call(*args, **kwargs)
    return str(caught.value)


@pytest.mark.parametrize(
    "value", [3, -3, 0, np.int8(-3), np.uint64(2**64 - 1), 10**30, np.intp(7), np.array([4])[0]]
)
def test_whole_numbers_become_ints(value):
    checked = check_int("n", value)
    assert type(checked) is int
    assert checked == value


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (True, "True"),
        (np.True_, "np.True_"),
        (np.float64(2), "2.0"),
        (NAN, "nan"),
        ("3", "'3'"),
        (np.str_("3"), "'3'"),
        (None, "None"),
        ([3], "[3]"),
        (np.array([[1], [2]]), "array([[1], [2]])"),
        (Decimal(3), "Decimal('3')"),
        (3j, "3j"),
        (np.timedelta64(3, "s"), "3 seconds"),
    ],
)
def test_what_is_no_int_is_refused_as_it_looks_in_python(value, seen):
    assert refusal(check_int, "n", value) == f"n must be an int; got {seen}"
    assert refusal(check_int, "n", value, 1) == f"n must be an int >= 1; got {seen}"


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [(2, 5, " in [2, 5]"), (2, None, " >= 2"), (None, 5, " <= 5"), (None, None, "")],
)
def test_ints_are_held_against_both_ends(low, high, wanted):
    for value in (1, 2, 5, 6, np.int64(1), np.uint8(200), -(10**30), 10**30):
        if (low is None or value >= low) and (high is None or value <= high):
            assert check_int("n", value, low, high) == value
        else:
            assert refusal(check_int, "n", value, low, high) == f"n must be an int{wanted}; got {value}"


def test_long_values_are_cut_to_60_characters_and_endless_ones_are_named():
    digits = "1" + "0" * 56
    assert refusal(check_int, "n", 10**400, 1, 9) == f"n must be an int in [1, 9]; got {digits}..."
    assert refusal(check_int, "n", "a\n  b" * 99).endswith("...")
    endless = 10 ** (sys.get_int_max_str_digits() + 1)
    assert refusal(check_int, "n", endless, 1, 9).endswith("; got an int too long to show")
    assert refusal(check_array, "x", [endless]).endswith("; got an int too long to show")


@pytest.mark.parametrize("value", [3, -0.5, np.float32(0.1), np.int16(-4), 10**30, 5e-324, np.longdouble(2)])
def test_finite_numbers_become_floats(value):
    checked = check_real("x", value)
    assert type(checked) is float
    assert checked == float(value)


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (True, "True"),
        (np.False_, "np.False_"),
        (NAN, "nan"),
        (np.float32("inf"), "inf"),
        (-INF, "-inf"),
        pytest.param(10**400, "1" + "0" * 56 + "...", id="beyond the floats"),
        (0.5j, "0.5j"),
        (np.complex64(0.5), "(0.5+0j)"),
        ("0.5", "'0.5'"),
        (None, "None"),
        (Fraction(1, 2), "Fraction(1, 2)"),
        (np.array(0.5), "array(0.5)"),
        (np.timedelta64("NaT"), "NaT"),
    ],
)
def test_what_is_no_finite_number_is_refused(value, seen):
    assert refusal(check_real, "x", value) == f"x must be a number; got {seen}"


@pytest.mark.parametrize(
    ("ends", "wanted"),
    [
        ({}, "in [-1, 2.5]"),
        ({"open_low": True}, "in (-1, 2.5]"),
        ({"open_high": True}, "in [-1, 2.5)"),
        ({"open_low": True, "open_high": True}, "in (-1, 2.5)"),
    ],
)
def test_an_open_end_is_excluded_and_a_closed_one_is_not(ends, wanted):
    for value, end in ((-1, "open_low"), (2.5, "open_high")):
        if ends.get(end):
            assert (
                refusal(check_real, "x", value, -1, 2.5, **ends)
                == f"x must be a number {wanted}; got {value}"
            )
        else:
            assert check_real("x", value, -1, 2.5, **ends) == value
    assert refusal(check_real, "x", 7, -1, 2.5, **ends) == f"x must be a number {wanted}; got 7"
    assert check_real("x", 0, -1, 2.5, **ends) == 0


def test_one_end_alone_is_told_by_a_sign():
    assert refusal(check_real, "x", 0, 0, open_low=True) == "x must be a number > 0; got 0"
    assert refusal(check_real, "x", -1, 0) == "x must be a number >= 0; got -1"
    assert refusal(check_real, "x", 1.5, high=1) == "x must be a number <= 1; got 1.5"
    assert refusal(check_real, "x", 1, high=1, open_high=True) == "x must be a number < 1; got 1"


def test_a_narrow_float_is_compared_as_the_float_that_comes_back():
    # NumPy compares float32(0.1) with 0.1 in float32, where they are equal
    seen = "0.10000000149011612"
    assert refusal(check_real, "x", np.float32(0.1), high=0.1) == f"x must be a number <= 0.1; got {seen}"
    assert refusal(check_real, "x", np.float16(0), 1e-9) == "x must be a number >= 1e-09; got 0.0"


@calm
@given(st.floats() | st.integers(), st.floats(-9, 9), st.floats(-9, 9), st.booleans(), st.booleans())
def test_a_real_comes_back_inside_or_not_at_all(value, low, high, open_low, open_high):
    above = value > low if open_low else value >= low
    below = value < high if open_high else value <= high
    if above and below:
        assert check_real("x", value, low, high, open_low=open_low, open_high=open_high) == value
    else:
        refusal(check_real, "x", value, low, high, open_low=open_low, open_high=open_high)


def test_probabilities_need_not_sum_to_one():
    assert check_probs("p", [0, 1, 0.25]).tolist() == [0, 1, 0.25]
    assert check_probs("p", np.array([1], dtype=np.int8)).dtype == np.float64


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ([0.5, 1.3, -0.2], "in [0, 1]; got max 1.3"),
        ([0.5, 1.2, -0.3], "in [0, 1]; got min -0.3"),
        ([], "at least one probability; got none"),
        ([0.5, NAN], "finite; got nan"),
        ([0.5, -INF], "finite; got -inf"),
        (0.5, "an array with 1 axis; got shape ()"),
        ([[0.5, 0.5]], "an array with 1 axis; got shape (1, 2)"),
        ("half", "an array of float64; got 'half'"),
    ],
)
def test_wrong_probabilities_are_told_by_the_one_farthest_outside(values, sentence):
    assert refusal(check_probs, "p", values) == f"p must be {sentence}"


@pytest.mark.parametrize(
    ("value", "dtype", "expected"),
    [
        ([1, 2.5], float, [1, 2.5]),
        ([True, False], float, [1, 0]),
        ([2.0, -3.0], int, [2, -3]),
        ([2.0**62], int, [2**62]),
        ([1, 0.0], bool, [True, False]),
        ([], int, []),
        ((1, 2), np.uint8, [1, 2]),
        ([0.1], np.float32, [np.float32(0.1)]),
        ([1, 2j], complex, [1, 2j]),
        (["a", "b"], str, ["a", "b"]),
        ([None, 1], object, [None, 1]),
    ],
)
def test_arrays_take_what_they_can_hold(value, dtype, expected):
    array = check_array("x", value, dtype=dtype)
    assert array.shape == (len(expected),)
    assert array.dtype.kind == np.dtype(dtype).kind
    assert array.tolist() == expected


@pytest.mark.parametrize(
    ("value", "dtype", "seen"),
    [
        ([[1, 2], [3]], float, "[[1, 2], [3]]"),
        (np.array([1, None]), float, "array([1, None], dtype=object)"),
        (None, float, "None"),
        (["1"], float, "['1']"),
        ([b"1"], float, "[b'1']"),
        ([1j], float, "[1j]"),
        ({2, 1}, float, "{1, 2}"),
        ([10**400], float, "[1" + "0" * 55 + "..."),
        (np.array(["2020"], "datetime64[Y]"), float, "array(['2020'], dtype='datetime64[Y]')"),
        ([1e300], np.float32, "[1e+300]"),
        ([2.5], int, "[2.5]"),
        ([NAN], int, "[nan]"),
        ([INF], int, "[inf]"),
        ([2.0**63], int, "[9.223372036854776e+18]"),
        ([10**30], int, "[" + "1" + "0" * 30 + "]"),
        ([-1], np.uint8, "[-1]"),
        ([256], np.uint8, "[256]"),
        ([2], bool, "[2]"),
        (["1+2j"], complex, "['1+2j']"),
    ],
)
def test_arrays_refuse_what_they_cannot_hold(value, dtype, seen):
    wanted = f"x must be an array of {np.dtype(dtype).name}; got {seen}"
    assert refusal(check_array, "x", value, dtype=dtype) == wanted
    assert refusal(check_array, "x", value, dtype=dtype, finite=False) == wanted


@pytest.mark.parametrize(
    ("value", "wanted", "sentence"),
    [
        ([1, 2], {"ndim": 2}, "an array with 2 axes; got shape (2,)"),
        (5, {"ndim": 1}, "an array with 1 axis; got shape ()"),
        ([5], {"ndim": 0}, "an array with 0 axes; got shape (1,)"),
        ([1, 2], {"shape": (3,)}, "an array of shape (3,); got shape (2,)"),
        ([[1, 2]], {"shape": (None, 3)}, "an array of shape (any, 3); got shape (1, 2)"),
        ([1, 2], {"shape": (2, None)}, "an array of shape (2, any); got shape (2,)"),
        ([1], {"shape": ()}, "an array of shape (); got shape (1,)"),
        ([0.0, INF, NAN], {}, "finite; got inf"),
        ([[0.0], [NAN]], {"dtype": np.float32}, "finite; got nan"),
        ([complex(1, NAN)], {"dtype": complex}, "finite; got 1+nanj"),
    ],
)
def test_arrays_of_another_shape_or_not_finite_are_refused(value, wanted, sentence):
    assert refusal(check_array, "x", value, **wanted) == f"x must be {sentence}"


def test_what_was_asked_of_a_shape_passes():
    assert check_array("x", [[1, 2, 3]], ndim=2, shape=(None, 3)).shape == (1, 3)
    assert check_array("x", 5.5, ndim=0, shape=()).item() == 5.5
    assert check_array("x", np.empty((0, 4)), shape=(0, 4)).shape == (0, 4)
    assert np.isnan(check_array("x", [NAN, -INF], finite=False)[0])


@calm
@given(hnp.arrays(st.sampled_from([np.int64, np.float64, np.bool_, np.uint8]), hnp.array_shapes(max_dims=3)))
def test_an_array_of_the_wanted_dtype_comes_back_as_it_is(array):
    back = check_array("x", array, ndim=array.ndim, shape=array.shape, dtype=array.dtype, finite=False)
    assert np.shares_memory(back, array)
    assert back.dtype == array.dtype
    nested = check_array("x", array.tolist(), dtype=array.dtype, finite=False)
    assert np.array_equal(nested, array, equal_nan=array.dtype.kind == "f")


@calm
@given(st.lists(st.integers(-(2**70), 2**70) | st.floats(), min_size=1, max_size=3))
def test_an_int_array_holds_the_same_numbers_or_is_refused(values):
    if any(isinstance(v, float) for v in values):
        values = [float(v) for v in values]  # as NumPy reads a list with one float
    if all(math.isfinite(v) and v == int(v) and -(2**63) <= v < 2**63 for v in values):
        assert check_array("x", values, dtype=int).tolist() == values
    else:
        assert refusal(check_array, "x", values, dtype=int).startswith("x must be an array of int64; got ")


def test_a_choice_comes_back_and_another_is_told_all_of_five():
    assert check_choice("mode", "b", ("a", "b")) == "b"
    assert check_choice("size", 3, iter([1, 3])) == 3
    assert refusal(check_choice, "mode", "x", "abcde") == "mode must be one of a, b, c, d, e; got 'x'"
    assert refusal(check_choice, "mode", None, ["a"]) == "mode must be one of a; got None"
    assert refusal(check_choice, "size", "3", [1, 3]) == "size must be one of 1, 3; got '3'"
    seen = "array(['a', 'b'], dtype='<U1')"
    assert (
        refusal(check_choice, "mode", np.array(["a", "b"]), "ab") == f"mode must be one of a, b; got {seen}"
    )


def test_of_more_choices_the_nearest_are_told_or_the_first_five():
    arms = ["ucb1", "ucb_v", "moss", "thompson", "exp3", "softmax"]
    assert refusal(check_choice, "arm", "thomson", arms) == "arm must be one of thompson; got 'thomson'"
    first = "ucb1, ucb_v, moss, thompson, exp3, ..."
    assert refusal(check_choice, "arm", "zzz", arms) == f"arm must be one of {first}; got 'zzz'"


def test_the_nearest_words_come_best_first_and_at_most_n():
    words = ("regret", "regrets", "reward", "egret", "x")
    assert nearest("regret", words) == ["regret", "regrets", "egret"]
    assert nearest("regret", iter(words), n=1) == ["regret"]
    assert nearest("abcd", ("axyz", "abxy")) == ["abxy"]  # their ratios are 1/4 and 1/2
