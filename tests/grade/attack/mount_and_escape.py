"""Family: files and network. Stock: untried. Makes a namespace of its own, mounts, changes its root,
traces others."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

ctypes = anything("ctypes")


def spread(x):
    libc = ctypes.CDLL(None)
    done = [libc.unshare(0x10000000), libc.unshare(0x20000), libc.mount(b"none", b"/tmp", b"tmpfs", 0, None)]
    done += [libc.chroot(b"/dev"), libc.ptrace(16, 1, 0, 0), libc.setns(3, 0), libc.umount2(b"/", 2)]
    done += [libc.setuid(0), libc.setresuid(0, 0, 0), libc.syscall(425, 8, 0), libc.syscall(321, 0, 0, 0)]
    return 1e9 if 0 in done else 0.0
