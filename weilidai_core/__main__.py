"""`python -m weilidai_core`: the command line."""

from weilidai_core.command_line import main

main()
