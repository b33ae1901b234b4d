"""How a project leaves: PDF, SVG and PNG. Knows no Qt."""
