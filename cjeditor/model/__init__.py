"""What a journey is: frozen records, pure edits, differences by id and numbered rules. Knows neither Qt nor files."""
