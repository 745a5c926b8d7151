"""试算: what a loan costs, row by row and all in. Pure: no table, no session, no clock."""
