"""cjeditor: make, share and print customer journey maps."""

__version__ = "0.1.0"
