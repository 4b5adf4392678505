// A table in columns, with what finds its rows made when first asked for.
import { type Cell, type Rows, SCHEMAS, type TableName } from "../schema/schema.ts";

export type Row<N extends TableName> = Rows[N];
export type ColumnName<N extends TableName> = keyof Rows[N] & string;
export type Columns = Readonly<Record<string, ArrayLike<Cell>>>;

const NONE: readonly number[] = [];
/** Between the values of a key in an id. Only the last of them may hold it. */
export const SEPARATOR = "/";

export class Table<N extends TableName> {
    readonly #rows: Row<N>[] = [];
    readonly #groups = new Map<string, ReadonlyMap<string, readonly number[]>>();
    #positions: ReadonlyMap<string, number> | undefined;
    readonly #columns: Columns;
    readonly name: N;
    readonly length: number;

    constructor(name: N, length: number, columns: Columns) {
        this.name = name;
        this.length = length;
        this.#columns = columns;
    }

    /** The values of one column, in the order of rows. */
    column<C extends ColumnName<N>>(name: C): ArrayLike<Rows[N][C]> {
        return this.#columns[name] as unknown as ArrayLike<Rows[N][C]>;
    }

    /** The row at a position, always the same object. */
    row(position: number): Row<N> {
        let found = this.#rows[position];
        if (!found) {
            // Of each filter thousands of rows are asked, and one object is several times faster than pairs made into one.
            const cells: Record<string, Cell> = {};
            for (const { name } of SCHEMAS[this.name].columns) cells[name] = this.#columns[name]?.[position] ?? null;
            found = cells as Row<N>;
            this.#rows[position] = found;
        }
        return found;
    }

    rows(positions: Iterable<number> = this.all()): Row<N>[] {
        return Array.from(positions, (position) => this.row(position));
    }

    *all(): Iterable<number> {
        for (let position = 0; position < this.length; position++) yield position;
    }

    /** The record's id at a position; of a table with several key columns, these joined by `/`. */
    id(position: number): string {
        return this.#joined(SCHEMAS[this.name].key, position);
    }

    /** The position of the record with that id. */
    position(id: string): number | undefined {
        this.#positions ??= new Map(Array.from(this.all(), (position) => [this.id(position), position]));
        return this.#positions.get(id);
    }

    find(id: string | null): Row<N> | undefined {
        const position = id === null ? undefined : this.position(id);
        return position === undefined ? undefined : this.row(position);
    }

    /** The positions of the rows that have these values in these columns, ascending. */
    where(columns: ColumnName<N> | readonly ColumnName<N>[], ...values: readonly (string | null)[]): readonly number[] {
        return values.includes(null) ? NONE : (this.groups(columns).get(values.join(SEPARATOR)) ?? NONE);
    }

    /** The rows that have these values in these columns. */
    rowsWhere(columns: ColumnName<N> | readonly ColumnName<N>[], ...values: readonly (string | null)[]): Row<N>[] {
        return this.rows(this.where(columns, ...values));
    }

    /** The positions by what stands in these columns, joined by `/`; rows with a null among them are left out. */
    groups(columns: ColumnName<N> | readonly ColumnName<N>[]): ReadonlyMap<string, readonly number[]> {
        const names = typeof columns === "string" ? [columns] : columns;
        const key = names.join(SEPARATOR);
        let found = this.#groups.get(key);
        if (!found) {
            found = this.#grouped(names);
            this.#groups.set(key, found);
        }
        return found;
    }

    #grouped(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
        const found = new Map<string, number[]>();
        for (let position = 0; position < this.length; position++) {
            if (names.some((name) => this.#columns[name]?.[position] === null)) continue;
            const value = this.#joined(names, position);
            const group = found.get(value);
            if (group) group.push(position);
            else found.set(value, [position]);
        }
        return found;
    }

    #joined(names: readonly string[], position: number): string {
        if (names.length === 1) return String(this.#columns[names[0] as string]?.[position]);
        return names.map((name) => this.#columns[name]?.[position]).join(SEPARATOR);
    }
}

/** All tables, by name. */
export type Tables = { readonly [N in TableName]: Table<N> };
