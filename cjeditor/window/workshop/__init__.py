"""A workshop as it runs: its agenda and timer, the inbox, the parking lot, the minutes."""
