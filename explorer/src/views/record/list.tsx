// All records of a table that pass the filters, to read and to save.

import { isoDay } from "../../dates/edtf.ts";
import { type AnyRow, labelOf, targetOf, titleOf } from "../../model/names.ts";
import { DataTable, Download, type TableColumn } from "../../parts/data_table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { FilterBar } from "../../parts/filter_bar.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Text } from "../../parts/text.tsx";
import { type Cell, type Column, SCHEMAS, type TableName } from "../../schema/schema.ts";
import { usePage } from "../../state/page_state.ts";
import { type Chosen, FILTERS } from "../../state/selection.ts";

export function RecordList({ table }: { table: TableName }) {
    const { tables, selection } = usePage();
    const { title, description, columns } = SCHEMAS[table];
    const filtered = table in FILTERS ? (table as Chosen) : undefined;
    // Positions and not rows: of very many only those are made that are drawn.
    const positions = filtered ? selection.positions(filtered) : [...tables[table].all()];
    const at = (position: number) => tables[table].row(position) as unknown as AnyRow;
    const drawn: TableColumn<number>[] = columns.map((column) => ({
        name: column.name,
        numeric: column.type === "integer" || column.type === "number",
        cell: (position) => saved(column, at(position)[column.name] ?? null),
        drawn: (position) => {
            const row = at(position);
            const target = row[column.name] === null ? undefined : targetOf(table, column.name, row);
            if (target) return <RecordLink table={target} id={String(row[column.name])} />;
            return <Text most={160}>{labelOf(tables, table, column.name, row)}</Text>;
        },
    }));
    const linked: TableColumn<number> = {
        name: "record",
        cell: (position) => tables[table].id(position),
        drawn: (position) => (
            <RecordLink table={table} id={tables[table].id(position)}>
                <Text most={160}>{titleOf(tables, table, at(position))}</Text>
            </RecordLink>
        ),
    };
    return (
        <section class="record-list">
            {filtered && <FilterBar ignored={selection.without(filtered)} />}
            <h1 tabIndex={-1}>{title}</h1>
            <p class="lead">{description}</p>
            {positions.length ? (
                <>
                    <DataTable caption={title} columns={[linked, ...drawn]} rows={positions} />
                    <Download name={table} columns={drawn} rows={positions} />
                </>
            ) : (
                <Empty what={title.toLowerCase()} />
            )}
        </section>
    );
}

/** A cell as the published tables write it. */
function saved(column: Column, cell: Cell): Cell {
    return column.type === "date" && typeof cell === "number" ? isoDay(cell) : cell;
}
