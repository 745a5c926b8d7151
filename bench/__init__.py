"""How fast it is, with nothing cached: schedules, pages, one phone, a crowd. `make bench`.

Every other module of this folder is one subject. It has a `TITLE` and a function `lines()` that yields a
`Line` for each thing measured; `python -m bench` finds and joins them, `python -m bench schedule` runs only
the named ones.
"""
