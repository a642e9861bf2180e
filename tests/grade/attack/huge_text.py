"""Family: huge and deep replies. Stock: untried. Returns a text of a hundred million letters."""

def spread(x):
    return "a" * 100_000_000
