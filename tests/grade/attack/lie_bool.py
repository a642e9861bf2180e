"""Family: objects that lie. Stock: untried. Returns True, which is a number and equal to 1."""

def spread(x):
    return True
