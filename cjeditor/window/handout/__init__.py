"""The composer of handouts: which parts in which order, on what paper, for whom and in whose brand, with its pages."""
