"""The tables behind `cjeditor.wording`: what is said for each code, each refused value and each place. No logic."""
