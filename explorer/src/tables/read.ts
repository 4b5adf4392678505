// The published Parquet files, read whole into columns.
import { parquetMetadata, parquetRead } from "hyparquet";
import { type Cell, SCHEMAS, TABLE_NAMES, type TableName } from "../schema/schema.ts";
import { wrongCell } from "./cells.ts";
import { Table, type Tables } from "./table.ts";

/** What gives the bytes of a table's file. */
export type Bytes = (table: TableName) => Promise<ArrayBuffer>;

/** What cannot be shown, because a file is not there or is none of ours; the message says which and why. */
export class UnreadableTable extends Error {
    override readonly name = "UnreadableTable";
}

/** The bytes of tables that lie in this folder, which is relative to the page. */
export function beside(folder: string): Bytes {
    return async (table) => {
        const address = `${folder}/${table}.parquet`;
        const response = await fetch(address).catch((reason: unknown) => {
            throw new UnreadableTable(`${address} cannot be fetched: ${reason}`);
        });
        if (!response.ok) throw new UnreadableTable(`${address} cannot be fetched: ${response.status}`);
        return response.arrayBuffer();
    };
}

/** All tables. Throws UnreadableTable for the first that is missing, no Parquet, or not as its schema has it. */
export async function readTables(bytes: Bytes): Promise<Tables> {
    const found = await Promise.all(TABLE_NAMES.map(async (name) => [name, await readTable(name, await bytes(name))]));
    return Object.fromEntries(found) as Tables;
}

async function readTable<N extends TableName>(name: N, file: ArrayBuffer): Promise<Table<N>> {
    try {
        return await parsed(name, file);
    } catch (error) {
        if (error instanceof UnreadableTable) throw error;
        throw new UnreadableTable(`${name}.parquet cannot be read as Parquet: ${error}`, { cause: error });
    }
}

async function parsed<N extends TableName>(name: N, file: ArrayBuffer): Promise<Table<N>> {
    const metadata = parquetMetadata(file);
    const length = Number(metadata.num_rows);
    const held = new Set(metadata.schema.map((element) => element.name));
    const missing = SCHEMAS[name].columns.filter((column) => !held.has(column.name)).map((column) => column.name);
    if (missing.length) throw new UnreadableTable(`${name}.parquet has no column ${missing.join(", ")}`);
    const columns: Record<string, Cell[]> = {};
    for (const column of SCHEMAS[name].columns) columns[column.name] = new Array<Cell>(length).fill(null);
    await parquetRead({
        file,
        metadata,
        columns: Object.keys(columns),
        parsers: { dateFromDays: (days: number) => days },
        onChunk: ({ columnName, columnData, rowStart }) => {
            const column = columns[columnName] as Cell[];
            for (let at = 0; at < columnData.length; at++) {
                const cell = columnData[at] ?? null;
                // Other writers of Parquet give whole numbers 64 bits.
                column[rowStart + at] = typeof cell === "bigint" ? Number(cell) : cell;
            }
        },
    });
    const wrong = SCHEMAS[name].columns.flatMap((column) => wrongCell(column, columns[column.name] ?? []) ?? []);
    if (wrong.length) throw new UnreadableTable(`${name}.parquet: ${wrong.join("; ")}`);
    return new Table(name, length, columns);
}
