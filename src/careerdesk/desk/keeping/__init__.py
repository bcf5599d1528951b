"""The student's work as the window sees it: undo, codes, files to take along, earlier versions."""
