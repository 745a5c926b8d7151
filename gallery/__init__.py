"""A picture of every page, phone and desktop, 中文 and English: `make gallery`, then open gallery/out."""
