"""Pictures: choosing files, taking them in beside the GUI thread, and the field that shows one."""
