// A chart with its title, what it says, its table, and the rows to save.
import type { ComponentChildren } from "preact";
import { DataTable, Download, type TableColumn } from "./data_table.tsx";

interface Props<R> {
    /** Opens the saved file's name, and the ids of the parts. */
    readonly name: string;
    readonly title: string;
    /** What the chart shows and how to read it. */
    readonly lead: ComponentChildren;
    readonly columns: readonly TableColumn<R>[];
    readonly rows: readonly R[];
    /** The chart; the table says the same to whoever cannot see it. */
    readonly children: ComponentChildren;
}

export function Figure<R>({ name, title, lead, columns, rows, children }: Props<R>) {
    return (
        <section class="figure" aria-labelledby={`${name}-title`}>
            <h2 id={`${name}-title`}>{title}</h2>
            <p class="lead">{lead}</p>
            <div class="chart">{children}</div>
            <details class="as-table">
                <summary>The same as a table</summary>
                <DataTable caption={title} columns={columns} rows={rows} />
            </details>
            <Download name={name} columns={columns} rows={rows} />
        </section>
    );
}
