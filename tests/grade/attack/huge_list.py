"""Family: huge and deep replies. Stock: untried. Returns a list of ten million numbers."""

def spread(x):
    return [0.0] * 10_000_000
