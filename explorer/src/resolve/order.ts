// Orders that are the same on every machine, and the same as Python's.

export type Key = readonly (number | string)[];

/** Compares by what `key` gives, part by part. */
export function byKeys<T>(key: (item: T) => Key): (a: T, b: T) => number {
    return (a, b) => {
        const [these, those] = [key(a), key(b)];
        for (const [at, one] of these.entries()) {
            const other = those[at] as typeof one;
            const order =
                typeof one === "string" ? byCodePoints(one, String(other)) : compareNumbers(one, Number(other));
            if (order) return order;
        }
        return 0;
    };
}

/** Compares texts by their code points; `<` compares halves of surrogate pairs. */
export function byCodePoints(a: string, b: string): number {
    if (a === b) return 0;
    const [these, those] = [[...a], [...b]];
    const at = these.findIndex((character, position) => character !== those[position]);
    if (at < 0) return -1;
    return at >= those.length ? 1 : (these[at]?.codePointAt(0) ?? 0) - (those[at]?.codePointAt(0) ?? 0);
}

function compareNumbers(a: number, b: number): number {
    return a < b ? -1 : Number(a > b); // a difference of two infinities is no number
}
