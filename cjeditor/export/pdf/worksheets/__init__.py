"""Worksheets: blank sheets for a workshop, made from one map, at their true size."""
