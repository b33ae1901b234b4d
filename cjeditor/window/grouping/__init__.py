"""Cards that say nearly the same are found, looked through, and made one, put together or tagged."""
