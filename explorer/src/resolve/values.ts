// How the claims on one field become one value, by the rules of karabakh_data/resolve/values.py: each a function of the
// set of values that are asserted.

import { type Edtf, parse } from "../dates/edtf.ts";
import type { Resolution } from "../schema/schema.ts";
import { intersect, oneOf } from "./edtf_algebra.ts";
import { byCodePoints, byKeys } from "./order.ts";

/** What a rule made of claims: the value as canonical text, or null, and whether the claims conflict. */
export interface Settled {
    readonly value: string | null;
    readonly conflict: boolean;
}

/** Gives all places around a place. */
export type Wholes = (place: string) => ReadonlySet<string>;

export const STATUSES: readonly string[] = ["occurred", "ongoing", "alleged", "planned", "conditional", "denied"];
export const COME_ABOUT: ReadonlySet<string> = new Set(STATUSES.slice(0, 3));

/** The value that the rule makes of the asserted values. Throws EdtfError for a date that is none. */
export function settle(rule: Resolution, values: Iterable<string>, wholes: Wholes): Settled {
    const distinct = [...new Set(values)].sort(byCodePoints);
    if (!distinct.length) return agreed(null);
    return rule === "place" ? innermost(distinct, wholes) : RULES[rule](distinct);
}

const agreed = (value: string | null): Settled => ({ value, conflict: false });

function agree(values: readonly string[]): Settled {
    const known = values.filter((value) => value !== "unknown");
    const left = known.length ? known : values;
    return { value: left.length === 1 ? (left[0] as string) : null, conflict: left.length > 1 };
}

function date(values: readonly string[]): Settled {
    const dates = values.map(parse);
    const common = dates.slice(1).reduce<Edtf | null>((so, other) => so && intersect(so, other), dates[0] as Edtf);
    if (common) return agreed(common.text);
    const openOnBothSides = dates.some((one) => one.earliest === null) && dates.some((one) => one.latest === null);
    return { value: openOnBothSides ? null : oneOf(dates).text, conflict: true };
}

function status(values: readonly string[]): Settled {
    const furthest = [...values].sort(byKeys((value) => [STATUSES.indexOf(value)]))[0] as string;
    return { value: furthest, conflict: values.includes("denied") && !["denied", "conditional"].includes(furthest) };
}

function outcome(values: readonly string[]): Settled {
    const yieldsTo: Readonly<Record<string, readonly string[]>> = {
        pending: values.filter((value) => value !== "pending"),
        partly_fulfilled: ["fulfilled", "late"],
        fulfilled: ["late"],
    };
    const left = values.filter((value) => !yieldsTo[value]?.some((other) => values.includes(other)));
    return left.length === 1 ? agreed(left[0] as string) : { value: "disputed", conflict: true };
}

function innermost(values: readonly string[], wholes: Wholes): Settled {
    if (values.length === 1) return agreed(values[0] as string);
    for (const place of values) {
        const around = wholes(place);
        // Where sources set two places in one another, neither is the inner one.
        if (!around.has(place) && values.every((value) => value === place || around.has(value))) return agreed(place);
    }
    return { value: null, conflict: true };
}

function figure(values: readonly string[]): Settled {
    const numbers = new Set(values.map(Number));
    return { value: numbers.size === 1 ? String(Number(values[0])) : null, conflict: numbers.size > 1 };
}

function wording(values: readonly string[]): Settled {
    return agreed([...values].sort(byKeys((value) => [-[...value].length, value]))[0] as string);
}

const RULES: Readonly<Record<Exclude<Resolution, "place">, (values: readonly string[]) => Settled>> = {
    agree,
    date,
    status,
    outcome,
    least: (values) => agreed(String(Math.min(...values.map(Number)))),
    greatest: (values) => agreed(String(Math.max(...values.map(Number)))),
    figure,
    wording,
    key: agree,
};
