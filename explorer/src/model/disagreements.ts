// Where the sources do not say the same: what cannot all be true, what differs and can be, and what is denied.
import { group } from "d3-array";
import { isTable, type TableName } from "../schema/schema.ts";
import type { Tables } from "../tables/table.ts";
import { type Claim, claimedValue, compare, inReadingOrder } from "./claims.ts";
import { termLabel } from "./names.ts";

/** One field of one record with the claims on it that are set side by side. */
export interface Disagreement {
    readonly table: TableName;
    readonly id: string;
    readonly field: string;
    readonly claims: readonly Claim[];
}

/** Each field whose claims cannot all be true, with the claims in conflict; by table, record and field. */
export function disagreements(tables: Tables): Disagreement[] {
    const marks = tables.claims.column("in_conflict");
    const claims = tables.claims.rows(Array.from(tables.claims.all()).filter((at) => marks[at]));
    return byField(claims);
}

/** Each field that is given several values which can all be true: one more exact, one earlier, one of another voice. */
export function differences(tables: Tables): Disagreement[] {
    const [values, marks] = [tables.claims.column("value"), tables.claims.column("in_conflict")];
    const groups = tables.claims.groups(["record_table", "record_id", "field"]).values();
    const differing = [...groups].filter(
        (on) => on.some((at) => values[at] !== values[on[0] as number]) && !on.some((at) => marks[at]),
    );
    return byField(tables.claims.rows(differing.flat()));
}

/** Each status that a source denies, though nobody in these articles contradicts it. */
export function denials(tables: Tables): Disagreement[] {
    const { claims } = tables;
    const [values, stances, marks] = [claims.column("value"), claims.column("stance"), claims.column("in_conflict")];
    const denied = claims
        .where("field", "status")
        .filter((at) => !marks[at] && (values[at] === "denied" || stances[at] !== "asserts"));
    return byField(claims.rows(denied));
}

function byField(claims: readonly Claim[]): Disagreement[] {
    const fields = group(claims, (claim) => JSON.stringify([claim.record_table, claim.record_id, claim.field]));
    return [...fields.values()]
        .flatMap((on): Disagreement[] => {
            const [{ record_table: table, record_id: id, field }] = on as [Claim];
            return isTable(table) ? [{ table, id, field, claims: inReadingOrder(on) }] : [];
        })
        .sort((a, b) => compare(a.table, b.table) || compare(a.id, b.id) || compare(a.field, b.field));
}

/** The claims of a disagreement by what they come down to: the same value and stance stand together. */
export function positions({ claims }: Pick<Disagreement, "claims">): Claim[][] {
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
