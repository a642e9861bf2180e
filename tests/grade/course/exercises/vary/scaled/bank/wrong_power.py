"""That is a power, not a product."""


def scaled(x):
    return x**VARIANT_factor
