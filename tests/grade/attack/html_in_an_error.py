"""Family: injection. Stock: yes, it runs in the feedback page. Puts a script into its error."""

class script(Exception): ...


script.__name__ = script.__qualname__ = "<script>alert(1)</script>"


def spread(x):
    raise script("</p><img src=x onerror=alert(1)><script>alert(2)</script>")
