"""The parts of the PDF handout. Only this package imports reportlab."""
