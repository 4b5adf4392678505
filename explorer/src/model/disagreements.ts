// Where the sources, or voices in one, do not say the same: what cannot all be true, what differs and can be, and what is denied.
import { group } from "d3-array";
import { isTable, type TableName } from "../schema/schema.ts";
import type { Tables } from "../tables/table.ts";
import { type Claim, claimedValue, compare, inReadingOrder } from "./claims.ts";
import { termLabel } from "./names.ts";

/** One field of one record, with where in the table of claims those stand that are set side by side. */
export interface Disagreement {
    readonly table: TableName;
    readonly id: string;
    readonly field: string;
    readonly positions: readonly number[];
}

/** The claims of a disagreement, in the order of articles and of their texts. */
export function claimsOf(tables: Tables, { positions }: Disagreement): Claim[] {
    return inReadingOrder(tables.claims.rows(positions));
}

/** Each field whose claims cannot all be true, with the claims in conflict; by table, record and field. */
export const disagreements = oncePerTables((tables) => {
    const marks = tables.claims.column("in_conflict");
    const found: number[] = [];
    for (let at = 0; at < marks.length; at++) if (marks[at]) found.push(at);
    return byField(tables, found);
});

/** Each field that is given several values which can all be true: one more exact, one earlier, one of another voice. */
export const differences = oncePerTables((tables) => {
    const { claims } = tables;
    const [values, fields, marks] = [claims.column("value"), claims.column("field"), claims.column("in_conflict")];
    const differing: number[] = [];
    for (const on of claims.groups(["record_table", "record_id"]).values()) {
        if (on.length < 2) continue;
        for (const ofField of group(on, (at) => fields[at]).values()) {
            const first = values[ofField[0] as number];
            if (ofField.some((at) => marks[at]) || ofField.every((at) => values[at] === first)) continue;
            differing.push(...ofField);
        }
    }
    return byField(tables, differing);
});

/** Each status that a voice denies, though nobody in these articles contradicts it. */
export const denials = oncePerTables((tables) => {
    const { claims } = tables;
    const [values, stances, marks] = [claims.column("value"), claims.column("stance"), claims.column("in_conflict")];
    const denied = claims
        .where("field", "status")
        .filter((at) => !marks[at] && (values[at] === "denied" || stances[at] !== "asserts"));
    return byField(tables, denied);
});

/** Whether all of its voices stand in one and the same article. */
export function withinOneArticle({ claims }: Tables, { positions }: Disagreement): boolean {
    const sources = claims.column("source_id");
    return positions.every((at) => sources[at] === sources[positions[0] as number]);
}

type Found = readonly Disagreement[];

/** Of large tables it takes a while, and they do not change. */
function oncePerTables(find: (tables: Tables) => Found): (tables: Tables) => Found {
    const known = new WeakMap<Tables, Found>();
    return (tables) => {
        const found = known.get(tables) ?? find(tables);
        known.set(tables, found);
        return found;
    };
}

function byField({ claims }: Tables, positions: readonly number[]): Disagreement[] {
    const [on, ids, fields] = [claims.column("record_table"), claims.column("record_id"), claims.column("field")];
    const found = new Map<string, { table: TableName; id: string; field: string; positions: number[] }>();
    for (const at of positions) {
        const [table = "", id = "", field = ""] = [on[at], ids[at], fields[at]];
        const key = `${table}\n${field}\n${id}`;
        const known = found.get(key);
        if (known) known.positions.push(at);
        else if (isTable(table)) found.set(key, { table, id, field, positions: [at] });
    }
    return [...found.values()].sort(
        (a, b) => compare(a.table, b.table) || compare(a.id, b.id) || compare(a.field, b.field),
    );
}

/** Claims by what they come down to: the same value and stance stand together. */
export function sidesOf(claims: readonly Claim[]): Claim[][] {
    return [...group(claims, ({ value, stance }) => JSON.stringify([value, stance])).values()];
}

const QUESTIONS: Readonly<Record<string, string>> = {
    status: "Did it happen?",
    outcome: "Was it kept?",
    part_of: "Of what is it a part?",
    date_edtf: "When?",
    due_edtf: "By when?",
    place_id: "Where?",
};

/** What a field answers, as a question where there is a short one. */
export function question(field: string): string {
    return QUESTIONS[field] ?? field.replace(/_(id|edtf)$/, "").replaceAll("_", " ");
}

const SAID: Readonly<Record<string, string>> = {
    occurred: "It happened",
    ongoing: "It is going on",
    planned: "It is planned",
    conditional: "It may be, or is asked for",
    alleged: "It is alleged",
    denied: "It is not so",
};

/** What a claim answers to the question: what it says, denies or doubts. */
export function answer(tables: Tables, claim: Claim): string {
    const { field, value, stance } = claim;
    if (field === "status" && claim.record_table === "events") {
        const said = SAID[value] ?? termLabel(tables, "event_status", value);
        // What is denied is the event, not that somebody alleges it.
        if (stance === "denies") return "It is not so";
        return stance === "questions" ? `Doubtful: ${said.toLowerCase()}` : said;
    }
    const named = claimedValue(tables, claim);
    if (stance === "denies") return `Not ${named}`;
    return stance === "questions" ? `Doubtful: ${named}` : named;
}
