"""Family: state kept. Stock: untried. Returns the answer that would have been right for the call
before."""

last = [0.0]


def spread(x):
    told = last[0]
    last[0] = float(max(x) - min(x))
    return told
