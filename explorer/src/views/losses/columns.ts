// The figures of losses as a table.

import { sourcesOf } from "../../model/losses.ts";
import { nameOf } from "../../model/names.ts";
import type { TableColumn } from "../../parts/data_table.tsx";
import type { Row, Tables } from "../../tables/table.ts";

type Counted = Row<"casualties">;

export function columns(tables: Tables): TableColumn<Counted>[] {
    const named = (table: string, id: string | null) => id && nameOf(tables, table, id);
    return [
        { name: "casualty_id", cell: (row) => row.casualty_id },
        { name: "event", cell: (row) => named("events", row.event_id) },
        { name: "measure", cell: (row) => row.measure },
        { name: "victim_class", cell: (row) => row.victim_class },
        { name: "side", cell: (row) => named("actors", row.side_id) },
        { name: "low", numeric: true, cell: (row) => row.low },
        { name: "best", numeric: true, cell: (row) => row.best },
        { name: "high", numeric: true, cell: (row) => row.high },
        { name: "wording", cell: (row) => row.wording },
        { name: "reported_by", cell: (row) => named("actors", row.reported_by) },
        { name: "as_of_edtf", cell: (row) => row.as_of_edtf },
        { name: "subset_of", cell: (row) => row.subset_of },
        { name: "sources", cell: (row) => sourcesOf(tables, row.casualty_id).join("; ") },
    ];
}
