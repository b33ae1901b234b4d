"""The controls of the funnel: counts, their origin, the stage of a phase, and a file to read them from."""
