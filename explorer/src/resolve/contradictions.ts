// What sources say of several fields or records that cannot all be true: bounds, parts and wholes. By the rules of
// karabakh_data/resolve/contradictions.py.

import { parse } from "../dates/edtf.ts";
import type { Cell, TableName } from "../schema/schema.ts";
import { above, type Cells, type ClaimRow, inOneVoice, mark, on, type Told } from "./told.ts";

export const FIGURES = ["low", "best", "high"] as const;
/** The column by which a record names the record of the same table that includes it. */
export const WHOLE: Partial<Record<TableName, string>> = {
    places: "part_of",
    actors: "part_of",
    events: "part_of",
    casualties: "subset_of",
};

/** Makes of figures that contradict each other the least and the greatest of them, and no best. */
export function settleBounds(told: Told): void {
    const { low, best, high } = told.record;
    if (!(above(low, best) || above(best, high) || above(low, high))) return;
    const figures = on(told, ...FIGURES);
    if (inOneVoice(figures, figures, outOfOrder)) return;
    mark(told, ...FIGURES);
    told.record.best = null;
    setLeastAndGreatest(told);
}

export function setLeastAndGreatest(told: Told): void {
    const numbers = on(told, ...FIGURES).map((claim) => Number(claim.value));
    told.record.low = Math.min(...numbers);
    told.record.high = Math.max(...numbers);
}

function outOfOrder(a: ClaimRow, b: ClaimRow): boolean {
    const order = (claim: ClaimRow) => FIGURES.indexOf(claim.field as "low");
    return order(a) < order(b) && Number(a.value) > Number(b.value);
}

/** Marks what sources say between them of parts and wholes that cannot be; wholes that lead round become null. */
export function settleParts(table: TableName, told: ReadonlyMap<string, Told>): void {
    const name = WHOLE[table] as string;
    for (const circle of circles(told, name)) {
        const sources = circle.map(
            (one) =>
                new Set(on(one, name).flatMap((claim) => (claim.value === one.record[name] ? [claim.source_id] : []))),
        );
        if ([...(sources[0] ?? [])].some((source) => sources.every((some) => some.has(source)))) continue;
        for (const one of circle) {
            mark(one, name);
            one.record[name] = null;
        }
    }
    for (const one of told.values()) {
        const value = one.record[name];
        const whole = typeof value === "string" ? told.get(value) : undefined;
        if (!whole) continue;
        const linking = new Set(on(one, name).flatMap((claim) => (claim.value === value ? [claim.source_id] : [])));
        for (const limit of LIMITS[table] ?? []) {
            if (!limit.broken(one.record, whole.record) || brokenInOneVoice(limit, one, whole, linking)) continue;
            mark(one, name, ...limit.fields);
            mark(whole, ...limit.ofWhole);
        }
    }
}

function circles(told: ReadonlyMap<string, Told>, name: string): Told[][] {
    const found: Told[][] = [];
    const seen = new Set<Told>();
    for (const start of told.values()) {
        const path: Told[] = [];
        let at: Told | undefined = start;
        while (at && !seen.has(at)) {
            seen.add(at);
            path.push(at);
            at = told.get(at.record[name] as string);
        }
        if (at && path.includes(at)) found.push(path.slice(path.indexOf(at)));
    }
    return found;
}

/** What its whole sets to a part: the fields that say so of each, and when two records break it, or two claims. */
interface Limit {
    readonly fields: readonly string[];
    readonly ofWhole: readonly string[];
    readonly broken: (part: Cells, whole: Cells) => boolean;
    readonly contradicts: (a: ClaimRow, b: ClaimRow) => boolean;
}

function brokenInOneVoice(limit: Limit, part: Told, whole: Told, sources: ReadonlySet<string>): boolean {
    const these = on(part, ...limit.fields).filter((claim) => sources.has(claim.source_id));
    return inOneVoice(these, on(whole, ...limit.ofWhole), limit.contradicts);
}

const LIMITS: Partial<Record<TableName, readonly Limit[]>> = {
    events: [{ fields: ["date_edtf"], ofWhole: ["date_edtf"], broken: apart, contradicts: datesApart }],
    casualties: [
        {
            fields: ["measure"],
            ofWhole: ["measure"],
            broken: (part, whole) => part.measure !== null && whole.measure !== null && part.measure !== whole.measure,
            contradicts: (a, b) => a.value !== b.value,
        },
        {
            fields: ["victim_class"],
            ofWhole: ["victim_class"],
            broken: (part, whole) => otherVictims(part.victim_class, whole.victim_class),
            contradicts: (a, b) => otherVictims(a.value, b.value),
        },
        {
            fields: FIGURES,
            ofWhole: ["best", "high"],
            broken: greater,
            contradicts: (a, b) => a.field !== "high" && Number(a.value) > Number(b.value),
        },
    ],
};

function apart(part: Cells, whole: Cells): boolean {
    const noDayInCommon = above(part.date_start, whole.date_end) || above(whole.date_start, part.date_end);
    return noDayInCommon && !vague(part.date_edtf) && !vague(whole.date_edtf);
}

function datesApart(a: ClaimRow, b: ClaimRow): boolean {
    const [these, those] = [parse(a.value), parse(b.value)];
    const noDayInCommon = above(these.earliest, those.latest) || above(those.earliest, these.latest);
    return noDayInCommon && !vague(a.value) && !vague(b.value);
}

/** Whether a date is called uncertain or approximate, so that nobody can say. */
function vague(text: Cell | undefined): boolean {
    return /[?~%]/.test(String(text));
}

function otherVictims(part: Cell | undefined, whole: Cell | undefined): boolean {
    const known = ["civilian", "military", "total"].includes(String(part));
    return known && (whole === "civilian" || whole === "military") && part !== whole;
}

function greater(part: Cells, whole: Cells): boolean {
    return above(part.best, whole.best) || above(part.low ?? part.best, whole.high ?? whole.best);
}
