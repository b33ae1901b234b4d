"""Other programs' formats, in and out. No Qt."""
