"""The role page: its header and its six tabs, a module each."""
