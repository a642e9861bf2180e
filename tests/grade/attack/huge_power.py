"""Family: slow and endless. Stock: untried. Computes a number that takes years, within one operation
that no signal handler of Python interrupts."""

def spread(x):
    return float(len(str(7 ** (10**8)) ))
