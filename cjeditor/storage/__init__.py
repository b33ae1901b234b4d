"""How a project is kept: opened, saved, carried over from older versions, and found again after a crash. No Qt."""
