"""Prints what Apache Spark reads in a folder of Parquet files, as `cells` packs it: the rows of each."""

import sys
from pathlib import Path

import cells
from pyspark.sql import SparkSession

session = (
    SparkSession.builder.master("local[1]")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.memory", "512m")
    # What is read is too little for the better compiler to pay.
    .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .getOrCreate()
)
rows = {
    file.stem: [row.asDict() for row in session.read.parquet(str(file)).collect()]
    for file in sorted(Path(sys.argv[1]).glob("*.parquet"))
}
session.stop()
print(cells.packed(rows))
