"""The lending core of a simulated 微粒贷: no screen, no network, no real money.

Read the folders in the applicant's own order: quote, apply, borrow, repay, settle.
Everything anyone does goes through one function, `weilidai_core.act.act`.
"""
