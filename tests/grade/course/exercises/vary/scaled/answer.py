"""One product."""


def scaled(x):
    return VARIANT_factor * x
