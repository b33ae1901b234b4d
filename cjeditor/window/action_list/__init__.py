"""Actions: their table, their form, and the trace that leads to them."""
