"""What the program says about itself: version, parts and their licences, folders, diagnostics."""
