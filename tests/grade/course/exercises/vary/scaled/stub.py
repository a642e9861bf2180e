def scaled(x):
    """VARIANT_factor times x."""
    raise NotImplementedError
