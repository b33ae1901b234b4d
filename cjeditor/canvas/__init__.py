"""How a map looks on screen and is touched: scene, view, headers, gestures, typing and commands."""
