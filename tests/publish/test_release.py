"""What goes out: wheel and source distribution hold every file of the package, and nothing of the articles."""

from __future__ import annotations

import email
import json
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

import installed
import pytest

from karabakh_data.check import check
from karabakh_data.publish.descriptor import DESCRIPTOR, schema_path

ROOT = Path(__file__).parents[2]
ARTICLES = [path.read_bytes() for path in sorted(ROOT.glob("raw/*/article.txt"))]

Release = Mapping[str, bytes]


def build(kind: str, folder: Path) -> Path:
    """The distribution of that kind, built from the tree without the network."""
    command = [sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (path,) = folder.iterdir()
    return path


def unpacked(path: Path) -> Release:
    """The files of a wheel, or of a source distribution below its folder."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return {name: wheel.read(name) for name in wheel.namelist()}
    with tarfile.open(path) as sdist:
        files = {member.name: sdist.extractfile(member) for member in sdist.getmembers() if member.isfile()}
        return {name.split("/", 1)[1]: file.read() for name, file in files.items() if file is not None}


@pytest.fixture(scope="module", params=["wheel", "sdist"])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, then a source distribution."""
    return build(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="module")
def release(path: Path) -> Release:
    """Its files."""
    return unpacked(path)


@pytest.mark.parametrize("path", ["wheel"], indirect=True)
def test_an_installed_package_describes_itself(path: Path, release: Release, tmp_path: Path) -> None:
    """Schemas and codebook are the repository's; the descriptor is too, but for paths, which are true where it lies."""
    described = ["CODEBOOK.md", *(file.relative_to(ROOT).as_posix() for file in ROOT.glob("schemas/*.json"))]
    assert {name: release[f"karabakh_data/{name}"] for name in described} == {
        name: (ROOT / name).read_bytes() for name in described
    }
    descriptor = json.loads(release["karabakh_data/datapackage.json"])
    beside = [one["path"] for one in descriptor["resources"]] + [one["schema"] for one in descriptor["resources"]]
    assert {f"karabakh_data/{one}" for one in beside} <= release.keys()
    expected = json.loads((ROOT / DESCRIPTOR).read_text(encoding="utf-8"))
    for one in expected["resources"]:
        one["path"] = one["path"].removeprefix("karabakh_data/")
    assert descriptor == expected

    with zipfile.ZipFile(path) as wheel:
        wheel.extractall(tmp_path)
    report = check(tmp_path / "karabakh_data" / DESCRIPTOR)
    assert report.exit_status == 0, report.as_text()
    (tmp_path / "karabakh_data/data/places.parquet").write_bytes(b"PAR1")
    assert "places" in check(tmp_path / "karabakh_data/data").as_text()


def test_every_resource_is_in_it_byte_for_byte(release: Release) -> None:
    resources = json.loads((ROOT / DESCRIPTOR).read_text(encoding="utf-8"))["resources"]
    assert [one["path"] for one in resources if release.get(one["path"]) != (ROOT / one["path"]).read_bytes()] == []


def test_nothing_of_the_articles_is_in_it(release: Release) -> None:
    assert ARTICLES
    assert [name for name in release if "raw" in Path(name).parts or Path(name).name == "article.txt"] == []
    assert [name for name, content in release.items() if any(article in content for article in ARTICLES)] == []


def test_types_and_licences_are_in_it(release: Release) -> None:
    names = {Path(name).name for name in release}
    assert {"py.typed", "LICENSE", "LICENSE-DATA"} <= names


def test_a_source_distribution_has_what_describes_the_data(path: Path, release: Release) -> None:
    described = (DESCRIPTOR, "CODEBOOK.md", "CITATION.cff", schema_path("events"))
    expected = {name: (ROOT / name).read_bytes() for name in described} if path.suffix == ".gz" else {}
    assert release.items() >= expected.items()


@pytest.mark.parametrize("path", ["wheel"], indirect=True)
def test_the_package_alone_brings_pydantic_and_pyarrow(release: Release) -> None:
    (metadata,) = (content for name, content in release.items() if name.endswith(".dist-info/METADATA"))
    required = email.message_from_bytes(metadata).get_all("Requires-Dist", [])
    alone = [one for one in required if "extra ==" not in one]
    assert [re.split(r"[^\w-]", one)[0] for one in alone] == ["pyarrow", "pydantic"]


def test_every_python_that_is_named_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tested = [name.partition("-")[0] for name in installed.VERSIONS]
    named = [re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", one) for one in project["classifiers"]]
    assert [match[1] for match in named if match] == tested
    assert project["requires-python"] == f">={tested[0]}"
    (stamps,) = re.findall(r"^VERSIONS := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert stamps.split() == [f".venv-{name}/stamp" for name in installed.VERSIONS]


def test_a_second_build_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    kind = "wheel" if path.suffix == ".whl" else "sdist"
    assert build(kind, tmp_path).read_bytes() == path.read_bytes()
