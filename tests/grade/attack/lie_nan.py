"""Family: objects that lie. Stock: untried. Returns NaN, of which nothing is larger and nothing
smaller."""

def spread(x):
    return float("nan")
