"""The guide booklet, part by part."""
