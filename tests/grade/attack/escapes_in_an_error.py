"""Family: injection. Stock: untried. Puts line ends, escape codes, marks of direction and zeros into
its error."""

def spread(x):
    raise ValueError("a" + chr(27) + "[31m" + chr(10) + chr(13) + chr(0x202E) + chr(0) + chr(0xD800) + chr(0x2028) + "b")
