"""Cards that go to another map: by menu, by the palette, or dropped on a tab."""
