// A table for readers, for screen readers beside a chart, and to save.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type CsvCell, csv, save } from "./csv.ts";
import { clipped } from "./text.tsx";

export interface TableColumn<R> {
    /** The heading, and the column's name in the saved file. */
    readonly name: string;
    readonly cell: (row: R) => CsvCell;
    /** What is drawn in place of the cell's text. */
    readonly drawn?: (row: R) => ComponentChildren;
    readonly numeric?: boolean;
}

interface Props<R> {
    readonly caption: string;
    readonly columns: readonly TableColumn<R>[];
    readonly rows: readonly R[];
}

const AT_ONCE = 100; // rows that are drawn before the reader asks for more

export function DataTable<R>({ caption, columns, rows }: Props<R>) {
    const [most, setMost] = useState(AT_ONCE);
    return (
        <div class="table-frame">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
            <section class="table-scroll" tabIndex={0} aria-label={caption}>
                <table>
                    <caption>{caption}</caption>
                    <thead>
                        <tr>
                            {columns.map(({ name, numeric }) => (
                                <th key={name} scope="col" class={numeric ? "numeric" : undefined}>
                                    {name}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.slice(0, most).map((row, at) => (
                            <tr key={at}>
                                {columns.map((column) => (
                                    <td key={column.name} class={column.numeric ? "numeric" : undefined}>
                                        {column.drawn?.(row) ?? <Cell cell={column.cell(row)} />}
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </section>
            {rows.length > most && (
                <button type="button" class="more" onClick={() => setMost(most + 10 * AT_ONCE)}>
                    Show more: {most.toLocaleString("en")} of {rows.length.toLocaleString("en")} rows are shown
                </button>
            )}
        </div>
    );
}

function Cell({ cell }: { cell: CsvCell }) {
    if (cell === null || cell === undefined || cell === "") return <span class="unknown">–</span>;
    return <bdi>{typeof cell === "number" ? cell.toLocaleString("en") : clipped(String(cell))}</bdi>;
}

/** Saves the rows as CSV under that name, without ending. */
export function Download<R>({ name, columns, rows }: { name: string } & Omit<Props<R>, "caption">) {
    const write = () =>
        csv(
            columns.map((column) => column.name),
            rows.map((row) => columns.map((column) => column.cell(row))),
        );
    return (
        <button type="button" class="download" disabled={!rows.length} onClick={() => save(`${name}.csv`, write())}>
            Download CSV <span class="count">({rows.length.toLocaleString("en")} rows)</span>
        </button>
    );
}
