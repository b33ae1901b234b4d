"""One module for each thing that a person can do in a window; `FEATURES` in `window/feature_set.py` names them."""
