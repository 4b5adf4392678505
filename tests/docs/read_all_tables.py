"""Prints, as JSON, the hash of each table's rows as plain Python values: equal wherever they are read alike."""

import hashlib
import json

import karabakh_data as kd

rows = {name: json.dumps(kd.load(name).to_pylist(), default=str, sort_keys=True) for name in kd.table_names()}
print(json.dumps({name: hashlib.sha256(text.encode()).hexdigest() for name, text in rows.items()}))
