// What several dates make together, by the rules of karabakh_data/model/edtf_algebra.py.

import {
    type Edtf,
    EdtfError,
    first,
    isApproximate,
    isInterval,
    isoDay,
    isSet,
    isUncertain,
    last,
    parse,
} from "../dates/edtf.ts";
import type { Day } from "../schema/schema.ts";
import { byKeys, type Key } from "./order.ts";

/** The canonical date for a span of days; null is open. Throws EdtfError if it is open on both sides or ends early. */
export function between(earliest: Day | null, latest: Day | null): Edtf {
    if (earliest !== null && latest !== null) {
        const [from, to] = [isoDay(earliest), isoDay(latest)];
        for (const width of [10, 7, 4]) {
            const point = parse(to.slice(0, width));
            if (point.earliest === earliest && point.latest === latest) return point;
        }
        for (const width of [4, 7]) {
            const [start, end] = [parse(from.slice(0, width)), parse(to.slice(0, width))];
            if (start.earliest === earliest && end.latest === latest) return parse(`${start.text}/${end.text}`);
        }
    }
    return parse(`${isoDayOr(earliest, "..")}/${isoDayOr(latest, "..")}`);
}

/** The days that two dates have in common, or null. */
export function intersect(a: Edtf, b: Edtf): Edtf | null {
    if (isSet(a) || isSet(b)) {
        const pairs = members(a).flatMap((x) => members(b).map((y) => intersect(x, y)));
        const common = pairs.filter((edtf) => edtf !== null);
        return common.length ? oneOf(common) : null;
    }
    const [outer, inner] = [a, b].sort(byKeys((edtf) => [first(edtf), -last(edtf), ...rank(edtf)])) as [Edtf, Edtf];
    if (sameSpan(outer, inner)) return outer;
    if (last(inner) <= last(outer)) return inner;
    return first(inner) <= last(outer) ? joined(inner, outer) : null;
}

/** The date that says "one of these". Throws EdtfError for no dates, or a cover that is open on both sides. */
export function oneOf(items: readonly Edtf[]): Edtf {
    const preferredFirst = items.flatMap(members).sort(byKeys(rank));
    const distinct = preferredFirst
        .filter((edtf, at) => preferredFirst.findIndex((other) => sameSpan(edtf, other)) === at)
        .sort(byKeys((edtf) => [first(edtf), last(edtf)]));
    if (!distinct.length) throw new EdtfError("no dates are given; expected at least one");
    if (distinct.length > 1 && !distinct.some(isInterval)) {
        return parse(`[${distinct.map((edtf) => edtf.text).join(",")}]`);
    }
    const opening = least(distinct, (edtf) => [first(edtf), ...rank(edtf)]);
    const closing = least(distinct, (edtf) => [-last(edtf), ...rank(edtf)]);
    const covering = distinct.find((edtf) => first(edtf) === first(opening) && last(edtf) === last(closing));
    return covering ?? joined(opening, closing);
}

function members(edtf: Edtf): Edtf[] {
    return isSet(edtf) ? edtf.text.slice(1, -1).split(",").map(parse) : [edtf];
}

function sameSpan(a: Edtf, b: Edtf): boolean {
    return first(a) === first(b) && last(a) === last(b);
}

/** The span from the start of one date to the end of another, with their qualifiers. */
function joined(from: Edtf, to: Edtf): Edtf {
    const opening = qualifier(from.text.split("/")[0]);
    const closing = qualifier(to.text.split("/").at(-1));
    if (!opening && !closing) return between(from.earliest, to.latest);
    if (from.earliest !== null && from.earliest === to.latest) {
        const both = opening && closing && opening !== closing;
        return parse(`${isoDay(from.earliest)}${both ? "%" : opening || closing}`);
    }
    return parse(`${isoDayOr(from.earliest, "..")}${opening}/${isoDayOr(to.latest, "..")}${closing}`);
}

function qualifier(text = ""): string {
    return /[?~%]$/.test(text) ? text.slice(-1) : "";
}

function isoDayOr(day: Day | null, open: string): string {
    return day === null ? open : isoDay(day);
}

/** Sorts first what to prefer among dates of the same days. */
function rank(edtf: Edtf): Key {
    const { text } = edtf;
    return [Number(isUncertain(edtf)) + Number(isApproximate(edtf)), Number(isInterval(edtf)), text.length, text];
}

function least(items: readonly Edtf[], key: (edtf: Edtf) => Key): Edtf {
    return [...items].sort(byKeys(key))[0] as Edtf;
}
