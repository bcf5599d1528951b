"""The comparison page: two to four roles side by side."""
