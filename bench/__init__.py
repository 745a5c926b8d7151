"""How fast the core is, in one process with nothing cached: `make bench`.

Every other module of this folder is one subject. It has a `TITLE` and a function `lines()` that yields a
`Line` for each thing measured; `python -m bench` finds and joins them, `python -m bench schedule` runs only
the named ones.
"""
