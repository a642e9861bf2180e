"""Family: huge and deep replies. Stock: untried. Returns a small object that is astronomically large
when written out."""

def spread(x):
    value = [0.0]
    for _ in range(60):
        value = [value, value]
    return value
