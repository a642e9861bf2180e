"""Family: forged replies. Stock: untried. Says that it is not attempted, so that it may count as
something else than wrong."""

def spread(x):
    raise NotImplementedError
