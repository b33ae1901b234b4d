"""The work that a crash left behind: shown, compared with its file, restored or discarded."""
