"""Write the JSON Schema of every file of ``data/`` into ``data/schema/``, for authors' editors."""

from __future__ import annotations

from pathlib import Path

from careerdesk.authoring.schema import json_schemas
from careerdesk.files import write_whole

FOLDER = Path(__file__).parents[2] / "data" / "schema"

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in json_schemas().items():
        write_whole(FOLDER / name, text.encode())
