"""Dot voting: rounds are opened, ballots typed or clicked, results ranked."""
