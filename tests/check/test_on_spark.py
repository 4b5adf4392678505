"""On a real Spark cluster the rules find what they find embedded, row for row."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from karabakh_data.check import check
from karabakh_data.check.engines import in_duckdb
from karabakh_data.check.engines.views import connection
from karabakh_data.check.package.files import locate
from karabakh_data.check.rules.catalogue import rules
from karabakh_data.check.rules.rule import Rule, counted
from karabakh_data.testing.corpus import Corpus, write_corpus

pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Holds a package with an error of every kind, a clean one, and one with a damaged file."""
    home = tmp_path_factory.mktemp("packages")
    for name in ("faulty", "clean", "damaged"):
        (home / name).mkdir()
    write_corpus(Corpus(articles=800, errors={rule.id: 1 for rule in rules()}, seed=5), home / "faulty", parts=2)
    write_corpus(Corpus(articles=60), home / "clean", parts=2)
    write_corpus(Corpus(articles=10), home / "damaged")
    _damage(home / "damaged" / "claims.parquet")
    return home


@pytest.fixture(scope="module")
def session(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A session on a cluster that the test starts, and to which `folder` is also a file system of another kind."""
    from pyspark.sql import SparkSession
    from spark_cluster import spark_cluster

    os.environ["PYSPARK_PYTHON"] = sys.executable
    with spark_cluster(tmp_path_factory.mktemp("cluster")) as url:
        made = (
            SparkSession.builder.master(url)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.executor.memory", "512m")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.hadoop.fs.viewfs.mounttable.packages.link./all", folder.as_uri())
            .getOrCreate()
        )
        yield made
        made.stop()


def _damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    start = pq.read_metadata(file).row_group(0).column(0).data_page_offset
    content[start : start + 400] = bytes(400)
    file.write_bytes(bytes(content))


def test_two_workers_are_there(session: Any) -> None:
    hosts = session.sparkContext.parallelize(range(8), 8).map(lambda _: os.getppid()).collect()

    assert len(set(hosts)) == 2


@pytest.mark.parametrize("name", ["faulty", "clean", "damaged"])
def test_both_engines_give_the_same_report(name: str, folder: Path, session: Any) -> None:
    embedded, distributed = (check(folder / name, engine=engine) for engine in ("duckdb", "spark"))

    assert distributed.as_json() == embedded.as_json()
    assert distributed.exit_status == (0 if name == "clean" else 1)
    if name == "faulty":
        assert {failure.rule.id for failure in distributed.failures} == {rule.id for rule in rules()}


def test_small_slices_give_the_same(folder: Path, session: Any) -> None:
    from karabakh_data.check.engines import on_spark

    files = locate(folder / "faulty").tables

    with on_spark.session() as active:
        cut = on_spark.run(active, files, rules(), 5, slice_rows=20_000)

    assert cut == in_duckdb.run(files, rules(), 5)


def test_another_file_system(folder: Path, session: Any) -> None:
    report = check("viewfs://packages/all/clean", engine="spark")

    assert report.as_json() == check(folder / "clean").as_json()


def test_nothing_there(session: Any) -> None:
    with pytest.raises(FileNotFoundError, match="viewfs://packages/all/nothing: Spark finds no folder there"):
        check("viewfs://packages/all/nothing", engine="spark")


def test_the_rules_are_portable(folder: Path, session: Any) -> None:
    """Spark's own SQL runs each relation and each predicate as it stands, and counts the same rows."""
    files = locate(folder / "faulty").tables
    for table, parts in files.items():
        session.read.parquet(*(str(part.path) for part in parts)).coalesce(1).cache().createOrReplaceTempView(table)
    groups: dict[str, list[Rule]] = {}
    for rule in rules():
        groups.setdefault(rule.relation, []).append(rule)
    asked = [
        f"SELECT {', '.join(counted(rule.predicate) for rule in group)} FROM {relation}"
        for relation, group in groups.items()
    ]

    with connection(files) as con:
        embedded = [con.execute(query).fetchone() for query in asked]
    native = [tuple(session.sql(query).first()) for query in asked]

    assert dict(zip(groups, native, strict=True)) == dict(zip(groups, embedded, strict=True))
