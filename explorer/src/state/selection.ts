// Which rows pass the filters. What each filter means is as in karabakh_data/reader/filters.py.

import { parse } from "../dates/edtf.ts";
import { withParts } from "../model/places.ts";
import type { TableName } from "../schema/schema.ts";
import type { Row, Tables } from "../tables/table.ts";
import { asked, type FilterName, type Filters } from "./filters.ts";

/** The tables of which rows are chosen, and the filters that each can be asked for. */
export const FILTERS = {
    events: ["source", "actor", "place", "type", "status", "since", "until"],
    casualties: ["source", "actor", "place", "type", "status", "since", "until"],
    clauses: ["source", "actor", "place", "since", "until"],
    claims: ["source", "actor"],
    mentions: ["source", "actor", "place"],
    places: ["source", "place"],
    actors: ["source", "actor"],
    sources: ["source"],
    passages: ["source"],
} as const satisfies Partial<Record<TableName, readonly FilterName[]>>;

export type Chosen = keyof typeof FILTERS;
type Mask = Uint8Array;

/** What the filters that a table can be asked for have chosen of it. */
interface Choice {
    readonly asked: string;
    readonly mask: Mask;
    readonly positions: readonly number[];
    rows?: readonly Row<Chosen>[];
}

/** The last choice of each table, which stays the same object while only other tables' filters change. */
const LAST = new WeakMap<Tables, Map<Chosen, Choice>>();

export class Selection {
    readonly #choices = new Map<Chosen, Choice>();
    readonly tables: Tables;
    readonly filters: Filters;

    constructor(tables: Tables, filters: Filters) {
        this.tables = tables;
        this.filters = filters;
    }

    /** The filters that are asked for and that say nothing about rows of this table. */
    without(table: Chosen): FilterName[] {
        return asked(this.filters).filter((name) => !(FILTERS[table] as readonly FilterName[]).includes(name));
    }

    /** The positions of the rows that pass, ascending. */
    positions(table: Chosen): readonly number[] {
        return this.#choice(table).positions;
    }

    rows<N extends Chosen>(table: N): readonly Row<N>[] {
        const choice = this.#choice(table);
        choice.rows ??= this.tables[table].rows(choice.positions) as readonly Row<Chosen>[];
        return choice.rows as unknown as readonly Row<N>[];
    }

    has(table: Chosen, position: number): boolean {
        return this.mask(table)[position] === 1;
    }

    /** Whether the record with that id is there and passes. */
    hasId(table: Chosen, id: string): boolean {
        const position = this.tables[table].position(id);
        return position !== undefined && this.has(table, position);
    }

    /** 1 for each row that passes, 0 for the others. */
    mask(table: Chosen): Mask {
        return this.#choice(table).mask;
    }

    #choice(table: Chosen): Choice {
        let choice = this.#choices.get(table);
        if (choice) return choice;
        const applied = FILTERS[table] as readonly FilterName[];
        const names = asked(this.filters).filter((name) => applied.includes(name));
        const said = JSON.stringify(names.map((name) => [name, this.filters[name]]));
        const last = LAST.get(this.tables) ?? new Map<Chosen, Choice>();
        LAST.set(this.tables, last);
        const before = last.get(table);
        choice = before?.asked === said ? before : this.#chosen(table, names, said);
        this.#choices.set(table, choice);
        last.set(table, choice);
        return choice;
    }

    #chosen(table: Chosen, names: readonly FilterName[], asked: string): Choice {
        const mask = new Uint8Array(this.tables[table].length).fill(1);
        for (const name of names) keep(mask, this.#passing(table, name));
        const positions: number[] = [];
        for (let position = 0; position < mask.length; position++) if (mask[position]) positions.push(position);
        return { asked, mask, positions };
    }

    #passing(table: Chosen, name: FilterName): Mask {
        if (name === "source") return this.#bySource(table);
        if (table === "casualties" && name !== "actor") return this.#byEvent(name);
        if (name === "actor") return this.#byActor(table);
        if (name === "place") return this.#byPlace(table);
        if (name === "since" || name === "until") return this.#inTime(table, name);
        return this.#among("events", name === "type" ? "event_type" : "status", new Set(this.filters[name]));
    }

    #bySource(table: Chosen): Mask {
        const wanted = new Set(this.filters.source);
        if (table === "sources" || table === "claims" || table === "mentions" || table === "passages") {
            return this.#among(table, "source_id", wanted);
        }
        const { claims, mentions } = this.tables;
        const mask = new Uint8Array(this.tables[table].length);
        const mark = (id: string | undefined) => {
            const position = id === undefined ? undefined : this.tables[table].position(id);
            if (position !== undefined) mask[position] = 1;
        };
        const [sources, on, ids] = [
            claims.column("source_id"),
            claims.column("record_table"),
            claims.column("record_id"),
        ];
        for (let at = 0; at < claims.length; at++) {
            if (on[at] === table && wanted.has(sources[at] as string)) mark(ids[at]);
        }
        if (table === "actors" || table === "places") {
            const named = mentions.column("entity_table");
            for (const at of mentions.all()) {
                if (named[at] === table && wanted.has(mentions.column("source_id")[at] as string)) {
                    mark(mentions.column("entity_id")[at]);
                }
            }
        }
        return mask;
    }

    #byActor(table: Chosen): Mask {
        const wanted = new Set(this.filters.actor);
        if (table === "events") return this.#through("event_actors", "event_id", "events", wanted);
        if (table === "clauses") return this.#through("clause_actors", "clause_id", "clauses", wanted);
        if (table === "claims") return this.#among("claims", "attributed_to", wanted);
        if (table === "actors") return this.#among("actors", "actor_id", wanted);
        if (table === "mentions") return this.#mentioned("actors", wanted);
        const side = this.#among("casualties", "side_id", wanted);
        const reporter = this.#among("casualties", "reported_by", wanted);
        return side.map((one, at) => one | (reporter[at] ?? 0));
    }

    #byPlace(table: Chosen): Mask {
        const wanted = withParts(this.tables, this.filters.place);
        if (table === "mentions") return this.#mentioned("places", wanted);
        return this.#among(table as "events" | "clauses" | "places", "place_id", wanted);
    }

    #byEvent(name: FilterName): Mask {
        const events = this.#passing("events", name);
        const ids = this.tables.casualties.column("event_id");
        // What a figure counts was over by the day up to which it counts, also where its event goes on.
        const until = this.tables.casualties.column("as_of_edtf");
        const first =
            name === "since" ? (parse(this.filters.since as string).earliest as number) : Number.NEGATIVE_INFINITY;
        return Uint8Array.from(this.tables.casualties.all(), (at) => {
            const position = this.tables.events.position(ids[at] ?? "");
            const last = until[at] ? parse(until[at]).latest : null;
            if (last !== null && last < first) return 0;
            return position === undefined ? 0 : (events[position] ?? 0);
        });
    }

    #mentioned(entity: "actors" | "places", wanted: ReadonlySet<string>): Mask {
        const mask = this.#among("mentions", "entity_id", wanted);
        const named = this.tables.mentions.column("entity_table");
        return mask.map((one, at) => (named[at] === entity ? one : 0));
    }

    #through(
        links: "event_actors" | "clause_actors",
        key: "event_id" | "clause_id",
        table: "events" | "clauses",
        wanted: ReadonlySet<string>,
    ): Mask {
        const mask = new Uint8Array(this.tables[table].length);
        const rows = this.tables[links];
        for (const actor of wanted) {
            for (const at of rows.where("actor_id", actor)) {
                const position = this.tables[table].position(String((rows.row(at) as Record<string, string>)[key]));
                if (position !== undefined) mask[position] = 1;
            }
        }
        return mask;
    }

    /** Where one end is open, nothing says that it was over, or had not begun. Where both are, nothing is known. */
    #inTime(table: Chosen, name: "since" | "until"): Mask {
        const { earliest, latest } = parse(this.filters[name] as string);
        const [starts, ends] =
            table === "clauses"
                ? [this.tables.clauses.column("due_date"), this.tables.clauses.column("due_date")]
                : [this.tables.events.column("date_start"), this.tables.events.column("date_end")];
        const [near, far] = name === "since" ? [ends, starts] : [starts, ends];
        const mask = new Uint8Array(this.tables[table].length);
        for (let at = 0; at < mask.length; at++) {
            const day = near[at] ?? null;
            if (day === null) mask[at] = (far[at] ?? null) === null ? 0 : 1;
            else mask[at] = (name === "since" ? day >= (earliest as number) : day <= (latest as number)) ? 1 : 0;
        }
        return mask;
    }

    #among<N extends Chosen>(table: N, column: keyof Row<N> & string, wanted: ReadonlySet<string>): Mask {
        const values = this.tables[table].column(column) as ArrayLike<unknown>;
        const mask = new Uint8Array(values.length);
        for (let at = 0; at < mask.length; at++) mask[at] = wanted.has(values[at] as string) ? 1 : 0;
        return mask;
    }
}

function keep(mask: Mask, passing: Mask): void {
    for (let at = 0; at < mask.length; at++) mask[at] = (mask[at] ?? 0) & (passing[at] ?? 0);
}
