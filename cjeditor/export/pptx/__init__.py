"""A map as slides: native shapes, connectors, tables and charts that PowerPoint and LibreOffice can edit."""
