"""Puts into the wheel what is made from text: the catalogue and the compiled translations.

An editable installation takes both from the checkout, where ``make`` puts them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TextToFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Builds from ``data/`` and ``resources/locale/`` before the wheel is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the made files to the wheel; ``version`` is ``editable`` or ``standard``."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from careerdesk.authoring import build_catalogue
        from careerdesk.authoring.locale import compile_messages

        compile_messages(root / "resources" / "locale")
        catalogue = root / "build" / "catalogue.sqlite"
        build_catalogue(root / "data", catalogue)
        build_data["force_include"].update(
            {
                str(catalogue): "careerdesk/catalogue.sqlite",
                str(root / "resources"): "careerdesk/resources",
            }
        )
