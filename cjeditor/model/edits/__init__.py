"""Pure edits: each function turns a project into another one, or refuses with EditRefused and changes nothing."""
