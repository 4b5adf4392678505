"""An event a row, joined with what stands in other tables."""

from __future__ import annotations

from datetime import date

import corpus
import pytest

import karabakh_data as kd
from karabakh_data.model.vocabularies import VOCABULARIES


def test_each_event_is_a_row_with_what_hangs_on_it() -> None:
    rows = {row["event_id"]: row for row in kd.timeline().to_pylist()}
    assert sorted(rows) == kd.events()["event_id"].to_pylist()
    handover = rows["zenda-handover"]
    assert (handover["actor"], handover["recipient"], handover["speaker"]) == ("Northland", "Ruritania", None)
    assert (handover["place"], handover["sources"]) == ("Zenda", f"{corpus.FIRST}; {corpus.SECOND}")
    assert (handover["quote"], handover["quote_source_id"]) == ("troops of Ruritania arrived", corpus.SECOND)
    assert (handover["date_start"], handover["date_end"]) == (date(2020, 11, 15), date(2020, 11, 25))
    assert rows["truce"]["place"] is None


def test_each_role_is_a_column_and_what_is_known_of_an_event_is_that_of_events() -> None:
    table = kd.timeline()
    assert set(VOCABULARIES["event_role"].terms) <= set(table.column_names)
    shared = [name for name in kd.events().column_names if name in table.column_names]
    assert table.select(shared).sort_by("event_id").to_pylist() == kd.events().select(shared).to_pylist()


def test_the_days_are_in_order_and_what_has_none_comes_last() -> None:
    days = kd.timeline()["date_start"].to_pylist()
    known = [day for day in days if day]
    assert days == sorted(known) + [None] * (len(days) - len(known))


def test_it_takes_what_events_takes() -> None:
    assert kd.timeline(actor="northland", type="handover")["event_id"].to_pylist() == ["zenda-handover"]
    (row,) = kd.timeline(sources=[corpus.FIRST], type="handover").to_pylist()
    assert (row["quote"], row["sources"], row["place"]) == ("Zenda handed over", corpus.FIRST, "Zenda")
    with pytest.raises(kd.UnknownName, match="did you mean northland"):
        kd.timeline(actor="northlend")
    assert list(kd.timeline(as_="pandas", status="planned").columns) == kd.timeline().column_names
