"""The filter, run by a little machine of our own: what it allows is what the kernel will allow."""

import errno
import struct

import pytest

from simlib.grade.seccomp import CLONE_THREAD, MACHINES, REFUSED, seccomp_filter

ALLOW, KILL = 0x7FFF0000, 0x80000000
SIGCHLD = 17


def decision(machine: str, number: int, first: int = 0, second: int = 0, audit: int | None = None) -> int:
    """What the filter returns for a system call with these arguments."""
    data = struct.pack("<IIQQQ", number, MACHINES[machine][1] if audit is None else audit, 0, first, second)
    program = list(struct.iter_unpack("<HBBI", seccomp_filter(machine)))
    place, held = 0, 0
    while True:
        code, yes, no, value = program[place]
        place += 1
        if code == 0x06:
            return value
        if code == 0x20:
            (held,) = struct.unpack_from("<I", data, value)
        else:
            held_true = {0x15: held == value, 0x35: held >= value, 0x45: bool(held & value)}[code]
            place += yes if held_true else no


@pytest.mark.parametrize("machine", MACHINES)
def test_what_is_listed_is_refused_and_the_rest_allowed(machine):
    column, _, clone, fcntl = MACHINES[machine]
    listed = {pair[column] for pair in REFUSED.values()} - {None}
    for number in range(470):
        if number in (clone, 435, fcntl):
            continue
        wanted = 0x00050000 | errno.EPERM if number in listed else ALLOW
        assert decision(machine, number) == wanted, number


@pytest.mark.parametrize("machine", MACHINES)
def test_threads_are_allowed_and_processes_are_not(machine):
    clone = MACHINES[machine][2]
    assert decision(machine, clone, CLONE_THREAD | 0xF00) == ALLOW
    for flags in (0, SIGCHLD, 0x10000000 | SIGCHLD, 0x4000 | 0x100):  # fork, a new user namespace, vfork
        assert decision(machine, clone, flags) == 0x00050000 | errno.EPERM
    assert decision(machine, 435) == 0x00050000 | errno.ENOSYS  # clone3: the C library takes clone then


@pytest.mark.parametrize("machine", MACHINES)
def test_of_fcntl_locks_and_leases_are_refused(machine):
    fcntl = MACHINES[machine][3]
    for wanted in (0, 1, 2, 3, 4, 8, 1030, 1031):  # flags, owners, copies of descriptors, the size of a pipe
        assert decision(machine, fcntl, 0, wanted) == ALLOW
    for locks in (5, 6, 7, 36, 37, 38, 1024, 1025, 1026):
        assert decision(machine, fcntl, 0, locks) == 0x00050000 | errno.EPERM


@pytest.mark.parametrize("machine", MACHINES)
def test_calls_of_another_processor_end_the_process(machine):
    assert decision(machine, 1, audit=0x40000003) == KILL  # 32 bits
    assert decision(machine, 0x40000000 + 41) == KILL  # x32


def test_the_numbers_are_those_of_this_machine():
    """Read from the C library's own list where it is installed."""
    from pathlib import Path

    headers = list(Path("/usr/include").glob("**/asm/unistd_64.h"))
    if not headers:
        pytest.skip("the headers of the C library are not installed")
    lines = [line.split() for line in headers[0].read_text().splitlines() if line.startswith("#define __NR_")]
    known = {line[1].removeprefix("__NR_"): int(line[2]) for line in lines}
    numbers = {name: pair[0] for name, pair in REFUSED.items() if name in known}
    assert len(numbers) > 30
    assert numbers == {name: known[name] for name in numbers}


def test_an_unknown_processor_is_a_sentence():
    with pytest.raises(OSError, match="x86_64 and aarch64; got vax"):
        seccomp_filter("vax")
