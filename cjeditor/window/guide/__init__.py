"""The guide: what a phase is about, its questions and their answers, and what can be put on the map for it."""
