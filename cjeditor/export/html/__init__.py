"""A map as one page of the web: no script, nothing from elsewhere, for screens large and small, paper and ears."""
