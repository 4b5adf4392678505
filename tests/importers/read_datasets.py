"""Prints what `datasets` reads in a folder for the Hugging Face Hub, as `cells` packs it.

The rows of each configuration, and the columns that there are where none is named.
"""

import sys

import cells
import datasets

folder = sys.argv[1]
rows = {
    name: datasets.load_dataset(folder, name, split="train").to_list()
    for name in datasets.get_dataset_config_names(folder)
}
print(cells.packed({"rows": rows, "default": datasets.load_dataset(folder)["train"].column_names}))
