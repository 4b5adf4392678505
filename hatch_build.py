"""What describes the tables goes into the wheel beside them, with paths that are true there."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "karabakh_data"


class DescribedTables(BuildHookInterface[Any]):
    """Puts descriptor, schemas and codebook into the package's folder. An editable installation has the checkout's."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Takes the package's folder off the paths of the tables; schemas lie below either folder alike."""
        if version == "editable":
            return
        root = Path(self.root)
        descriptor = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
        for resource in descriptor["resources"]:
            resource["path"] = resource["path"].removeprefix(f"{PACKAGE}/")
        self.staging = tempfile.TemporaryDirectory()
        file = Path(self.staging.name) / "datapackage.json"
        file.write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
        for described in (file, root / "schemas", root / "CODEBOOK.md"):
            build_data["force_include"][str(described)] = f"{PACKAGE}/{described.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes what was made for the wheel."""
        if version != "editable":
            self.staging.cleanup()
