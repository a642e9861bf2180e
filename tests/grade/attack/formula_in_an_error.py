"""Family: injection. Stock: untried. Puts a formula of spreadsheets into its error, and into a type's
name."""

Formula = type('=HYPERLINK("http://example.org")', (Exception,), {})


def spread(x):
    raise Formula("=1+1")
