"""The parts of a handout, a module each: its function `add(book)` adds the sheets."""
