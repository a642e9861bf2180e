"""The one environment in which notebooks are executed and compared, here and in CI.

Floating-point results depend on the instruction set that a library picks. Stored outputs are compared to
the letter, so every library is told to use AVX2 and one thread.

In this file: `FIXED`, `FORGET`, `fixed_environment`, `apply`.
"""

from __future__ import annotations

import os
from pathlib import Path

FIXED = {
    "OMP_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "SIMLIB_SIZE": "quick",
    "TQDM_DISABLE": "1",
    "SIMLIB_WIDGETS": "no",
    "ATEN_CPU_CAPABILITY": "avx2",
    "MKL_CBWR": "AVX2",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    "OPENBLAS_CORETYPE": "Haswell",
    "NUMBA_CPU_NAME": "haswell",
    # the groups of NumPy 2.4 that hold AVX-512; a test compares them with the installed NumPy. A name that
    # NumPy does not know only gives an ImportWarning, which Python hides: the group would stay in use
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    # this environment's kernels before those that a user has installed elsewhere
    "JUPYTER_PREFER_ENV_PATH": "1",
}
# what a shell may have set and what would change outputs
FORGET = (
    "SIMLIB_COURSE",
    "MPLBACKEND",
    "PYTHONSTARTUP",
    "PYTHONWARNINGS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OPENBLAS_L2_SIZE",
)


def fixed_environment(root: Path) -> dict[str, str]:
    """os.environ with FIXED in force, and the tree `root` first on Python's path."""
    kept = {name: value for name, value in os.environ.items() if name not in FORGET}
    return {**kept, **FIXED, "PYTHONPATH": str(root)}


def apply(root: Path) -> None:
    """Make it the environment of this process and so of all that it starts."""
    wanted = fixed_environment(root)
    os.environ.clear()
    os.environ.update(wanted)
