"""The rooms people see: windows, menus, dialogs and the flows between them."""
