"""结清: repaying the whole rest at once, and owing nothing."""
