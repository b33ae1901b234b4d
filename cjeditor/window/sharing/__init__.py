"""A file that others may have open or change at the same time: who has it, and being told at once."""
