"""The exploration page: fields, filters, and the list of roles that fit."""
