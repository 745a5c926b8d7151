"""借款: from a plan within the limit to a signed contract and the payout."""
