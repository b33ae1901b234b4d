"""One module for each pane of the plan, under the pane's own name; imported when the pane is shown first."""
