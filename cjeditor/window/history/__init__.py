"""Earlier versions of a project: kept at each save and by name, looked at, compared, brought back."""
