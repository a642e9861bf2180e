"""Family: huge and deep replies. Stock: untried. Returns a number of a million digits."""

def spread(x):
    return 10**1_000_000
