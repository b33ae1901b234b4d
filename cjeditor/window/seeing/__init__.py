"""Seeing one's way on a large map: finding, filtering, zooming to a part."""
