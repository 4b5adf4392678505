// The rows that hang on a record, sorted by what they mean to a reader.
import { group } from "d3-array";
import type { TableName } from "../schema/schema.ts";
import { SCHEMAS } from "../schema/schema.ts";
import type { Tables } from "../tables/table.ts";
import { type Claim, claimsOn } from "./claims.ts";
import type { Link } from "./record.ts";

/** One row that names the record: the records at its other ends, and the claims on it where it is a link. */
export interface LinkedRow {
    readonly table: TableName;
    readonly id: string;
    readonly ends: readonly { readonly table: string; readonly id: string }[];
    /** The part or outcome that the link gives, with the column that holds it. */
    readonly as: { readonly column: string; readonly term: string } | undefined;
    readonly claims: readonly Claim[];
}

export interface LinkGroup {
    readonly heading: string;
    readonly rows: readonly LinkedRow[];
}

/** What the rows of a table are to the record, by the column in which they name it. */
const HEADINGS: Readonly<Record<string, string>> = {
    "event_actors.event_id": "Who has a part in it",
    "event_actors.actor_id": "Events in which it has a part",
    "event_topics.event_id": "What it is about",
    "event_topics.record_id": "Who speaks of it",
    "clause_actors.clause_id": "Who is bound, and who benefits",
    "clause_actors.actor_id": "Terms of agreements that name it",
    "clause_events.clause_id": "What became of it",
    "clause_events.event_id": "Terms of agreements on which it bears",
    "casualties.event_id": "Losses",
    "casualties.side_id": "Losses of this side",
    "casualties.reported_by": "Losses that it reports",
    "casualties.subset_of": "Figures that it includes",
    "clauses.agreement_id": "Its terms",
    "clauses.place_id": "Terms of agreements about this place",
    "events.place_id": "What happened there",
    "events.part_of": "Its parts",
    "actors.part_of": "Its parts",
    "places.part_of": "Places that lie in it",
    "agreements.concluded_by": "The agreement that it concludes",
};

/** The columns of link tables that say how, and not whom, they link. */
const MANNERS = ["role", "outcome"];

/** The rows that name the record, by what they are to it; names in texts and the passages of articles are left out. */
export function linkGroups(tables: Tables, links: readonly Link[]): LinkGroup[] {
    const groups = group(
        links.filter(({ table, column }) => `${table}.${column}` in HEADINGS),
        ({ table, column }) => `${table}.${column}`,
    );
    return Object.entries(HEADINGS).flatMap(([key, heading]) => {
        const rows = groups.get(key)?.map((link) => linkedRow(tables, link));
        return rows ? [{ heading, rows }] : [];
    });
}

function linkedRow(tables: Tables, { table, id, column, row }: Link): LinkedRow {
    const { key, columns } = SCHEMAS[table];
    const manner = columns.find(({ name }) => MANNERS.includes(name))?.name;
    const isLink = key.length > 1;
    const ends = columns.flatMap(({ name, references, recordOf }) => {
        const target = recordOf ? String(row[recordOf]) : references;
        return target && name !== column ? [{ table: target, id: String(row[name]) }] : [];
    });
    return {
        table,
        id,
        ends: isLink ? ends : [{ table, id }],
        as: manner ? { column: manner, term: String(row[manner]) } : undefined,
        claims: isLink ? claimsOn(tables, table, id) : [],
    };
}
