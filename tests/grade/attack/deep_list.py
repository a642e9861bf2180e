"""Family: huge and deep replies. Stock: untried. Returns lists in lists, a hundred thousand deep."""

def spread(x):
    value = [0.0]
    for _ in range(100_000):
        value = [value]
    return value
