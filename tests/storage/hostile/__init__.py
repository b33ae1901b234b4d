"""Files made to do harm, or damaged in a way that a person could not think of, each with what is to be said of it."""
