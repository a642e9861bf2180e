"""Family: injection. Stock: untried. Returns texts that no file can hold."""

def spread(x):
    return {chr(0xD800): [chr(0xDFFF) * 100, chr(0)]}
