// All records of a table that pass the filters, to read and to save.
import { type AnyRow, columnLabel, idOf, labelOf, targetOf, titleOf } from "../../model/names.ts";
import { DataTable, Download, type TableColumn } from "../../parts/data_table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { FilterBar } from "../../parts/filter_bar.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Text } from "../../parts/text.tsx";
import { SCHEMAS, type TableName } from "../../schema/schema.ts";
import { usePage } from "../../state/page_state.ts";
import { type Chosen, FILTERS } from "../../state/selection.ts";

export function RecordList({ table }: { table: TableName }) {
    const { tables, selection } = usePage();
    const { title, description, columns } = SCHEMAS[table];
    const filtered = table in FILTERS ? (table as Chosen) : undefined;
    const rows = (filtered ? selection.rows(filtered) : tables[table].rows()) as unknown as AnyRow[];
    const drawn: TableColumn<AnyRow>[] = columns.map((column) => ({
        name: column.name,
        numeric: column.type === "integer" || column.type === "number",
        cell: (row) => row[column.name],
        drawn: (row) => {
            const target = row[column.name] === null ? undefined : targetOf(table, column.name, row);
            if (target) return <RecordLink table={target} id={String(row[column.name])} />;
            return <Text most={160}>{labelOf(tables, table, column.name, row)}</Text>;
        },
    }));
    const linked: TableColumn<AnyRow> = {
        name: columnLabel("record"),
        cell: (row) => idOf(table, row),
        drawn: (row) => (
            <RecordLink table={table} id={idOf(table, row)}>
                <Text most={160}>{titleOf(tables, table, row)}</Text>
            </RecordLink>
        ),
    };
    return (
        <section class="record-list">
            {filtered && <FilterBar ignored={selection.without(filtered)} />}
            <h1 tabIndex={-1}>{title}</h1>
            <p class="lead">{description}</p>
            {rows.length ? (
                <>
                    <DataTable caption={title} columns={[linked, ...drawn]} rows={rows} />
                    <Download name={table} columns={drawn} rows={rows} />
                </>
            ) : (
                <Empty what={title.toLowerCase()} />
            )}
        </section>
    );
}
