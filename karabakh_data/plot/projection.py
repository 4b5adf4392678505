"""Where points of the earth lie on a map: Lambert's azimuthal equal-area projection (Snyder 1987, p. 185)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

RADIUS = 6371.0072  # kilometres: the sphere with the surface of the WGS 84 ellipsoid


@dataclass(frozen=True, slots=True)
class Projection:
    """The map around a point, which lies at its origin; degrees in, kilometres out."""

    longitude: float
    latitude: float
    radius: float = RADIUS

    def __call__(self, longitudes: Any, latitudes: Any) -> tuple[Any, Any]:
        """East and north of the centre. Areas are true; the point opposite to the centre has no place."""
        away, latitude = np.radians(np.asarray(longitudes) - self.longitude), np.radians(latitudes)
        here = np.radians(self.latitude)
        nearness = np.sin(here) * np.sin(latitude) + np.cos(here) * np.cos(latitude) * np.cos(away)
        scale = self.radius * np.sqrt(2 / (1 + nearness))
        east = scale * np.cos(latitude) * np.sin(away)
        north = scale * (np.cos(here) * np.sin(latitude) - np.sin(here) * np.cos(latitude) * np.cos(away))
        # To the nearest ten metres: machines differ in the last digits of a sine, and pictures should not.
        return np.round(east, 2), np.round(north, 2)

    def inverse(self, east: Any, north: Any) -> tuple[Any, Any]:
        """Longitudes and latitudes of kilometres on the map, longitudes within 180 degrees of the centre's."""
        east, north = np.asarray(east), np.asarray(north)
        away = np.hypot(east, north)
        angle = 2 * np.arcsin(np.clip(away / 2 / self.radius, 0, 1))
        here = np.radians(self.latitude)
        share = np.divide(north, away, out=np.zeros_like(away), where=away > 0)
        latitude = np.arcsin(np.clip(np.cos(angle) * np.sin(here) + share * np.sin(angle) * np.cos(here), -1, 1))
        across = np.arctan2(
            east * np.sin(angle), away * np.cos(here) * np.cos(angle) - north * np.sin(here) * np.sin(angle)
        )
        return self.longitude + np.degrees(across), np.degrees(latitude)


def distance(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Kilometres between two points of the sphere, each as longitude and latitude."""
    (east, north), (other_east, other_north) = np.radians(one), np.radians(two)
    half = np.sin((other_north - north) / 2) ** 2
    half += np.cos(north) * np.cos(other_north) * np.sin((other_east - east) / 2) ** 2
    return float(2 * RADIUS * np.arcsin(np.sqrt(min(half, 1.0))))
