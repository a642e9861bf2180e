"""The system calls that code in the sandbox may not make, as a filter for the kernel.

Files, users and the network are closed off by the sandbox's own means; this closes what they leave open:
starting processes (threads are allowed), sockets, memory that no limit counts, new namespaces, looking into
other processes, and corners of the kernel that no answer to an exercise needs.

A filter is a little program in the kernel's packet-filter language (seccomp(2)): it loads the number of the
system call and compares it, one after the other, with those that are refused.

In this file: `REFUSED`, `seccomp_filter`.
"""

from __future__ import annotations

import errno
import platform
import struct

# name -> numbers on x86_64 and on aarch64; None where it does not exist
REFUSED: dict[str, tuple[int | None, int | None]] = {
    # processes; clone is looked at more closely, below
    "fork": (57, None),
    "vfork": (58, None),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    # network
    "socket": (41, 198),
    "socketpair": (53, 199),
    # memory that no limit counts
    "shmget": (29, 194),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    # what other sandboxes, which see the same files, would feel or be seen by
    "flock": (73, 32),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "io_setup": (206, 0),
    # namespaces and mounts
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "statmount": (457, 457),
    "listmount": (458, 458),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    # corners of the kernel
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "fanotify_init": (300, 262),
    "personality": (135, 92),
    "syslog": (103, 116),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
}
# column, audit number, clone, fcntl
MACHINES = {"x86_64": (0, 0xC000003E, 56, 72), "aarch64": (1, 0xC00000B7, 220, 25)}
LOCKS = (5, 6, 7, 36, 37, 38, 1024, 1025, 1026)  # of fcntl: locks, leases and watches on files
CLONE3, CLONE_THREAD, X32 = 435, 0x00010000, 0x40000000
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, MACHINE, FIRST_ARGUMENT, SECOND_ARGUMENT = 0, 4, 16, 24  # offsets in what the kernel shows the filter
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000


def seccomp_filter(machine: str | None = None) -> bytes:
    """The filter for this machine's processor, as `bwrap --seccomp` takes it.

    A refused call fails with "operation not permitted"; `clone3` does not exist, so that the C library goes
    on to `clone`, whose flags a filter can see: threads may be made, processes not. Of `fcntl` what takes
    locks and leases is refused: a lease on a file of Python's library would stop every sandbox that opens it.
    Calls of another processor's kind end the process.

    Raises: OSError for a processor whose numbers are not listed here.
    """
    machine = machine or platform.machine()
    if machine not in MACHINES:
        raise OSError(f"the sandbox knows the system calls of {' and '.join(MACHINES)}; got {machine}")
    column, audit, clone, fcntl = MACHINES[machine]
    numbers = sorted(n for pair in REFUSED.values() if (n := pair[column]) is not None)
    refuse, absent = REFUSE | errno.EPERM, REFUSE | errno.ENOSYS
    program = [(LOAD, 0, 0, MACHINE), (EQUAL, 1, 0, audit), (RETURN, 0, 0, KILL), (LOAD, 0, 0, NUMBER)]
    program += [(AT_LEAST, 0, 1, X32), (RETURN, 0, 0, KILL)]
    program += [(EQUAL, 0, 1, CLONE3), (RETURN, 0, 0, absent)]
    for number in numbers:
        program += [(EQUAL, 0, 1, number), (RETURN, 0, 0, refuse)]
    locks = [line for lock in LOCKS for line in ((EQUAL, 0, 1, lock), (RETURN, 0, 0, refuse))]
    locks = [(LOAD, 0, 0, SECOND_ARGUMENT), *locks, (RETURN, 0, 0, ALLOW)]
    program += [(EQUAL, 0, len(locks), fcntl), *locks]
    program += [(EQUAL, 1, 0, clone), (RETURN, 0, 0, ALLOW), (LOAD, 0, 0, FIRST_ARGUMENT)]
    program += [(ANY_BIT, 0, 1, CLONE_THREAD), (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, refuse)]
    return b"".join(struct.pack("<HBBI", *line) for line in program)
