"""`workers`: a number, or the address of a scheduler."""

import os

import joblib
import pytest

from simlib.cluster import workers


def square(x):
    return x * x, os.getpid()


@pytest.mark.parametrize(("jobs", "n_jobs"), [("1", 1), ("3", 3), ("-1", -1)])
def test_a_number(jobs, n_jobs):
    with workers(jobs) as found:
        assert found == n_jobs


@pytest.mark.parametrize("jobs", ["0", "-2", "two", "", "1.5", "localhost:8786"])
def test_what_is_neither(jobs):
    wanted = "jobs must be a number of processes or the address of a Dask scheduler; got"
    with pytest.raises(ValueError, match=wanted), workers(jobs):
        pass


@pytest.mark.slow
def test_a_dask_address():
    distributed = pytest.importorskip("distributed", reason="pip install 'simlib[cluster]'")
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options) as cluster, workers(cluster.scheduler_address) as n_jobs:
        assert n_jobs is None
        found = joblib.Parallel(n_jobs=n_jobs)(joblib.delayed(square)(x) for x in range(6))
    assert [value for value, _ in found] == [0, 1, 4, 9, 16, 25]
    assert os.getpid() not in {number for _, number in found}
