// What the page makes of texts, for tests/explorer/test_texts.py: dates that are parsed and met, cells of CSV files.
import { createInterface } from "node:readline";
import { type Edtf, EdtfError, parse, precision } from "../src/dates/edtf.ts";
import { spokenDate } from "../src/model/dates.ts";
import { guarded } from "../src/parts/csv.ts";
import { intersect, oneOf } from "../src/resolve/edtf_algebra.ts";

const ANSWERS: Readonly<Record<string, (...texts: string[]) => unknown>> = {
    parse: (text = "") => {
        const { earliest, latest } = parse(text);
        return [earliest, latest, precision(parse(text))];
    },
    intersect: (a = "", b = "") => text(intersect(parse(a), parse(b))),
    oneOf: (...dates) => text(oneOf(dates.map(parse))),
    spoken: (text = "") => spokenDate(text),
    guarded: (text = "") => guarded(text),
};

/** For each line of standard input, [what, text, ...] in JSON, prints the answer; "no date" for what is none. */
export async function run(): Promise<void> {
    for await (const line of createInterface({ input: process.stdin })) {
        const [what, ...texts] = JSON.parse(line) as [string, ...string[]];
        console.log(JSON.stringify(answer(what, texts)));
    }
}

function answer(what: string, texts: readonly string[]): unknown {
    try {
        return ANSWERS[what]?.(...texts);
    } catch (error) {
        if (error instanceof EdtfError) return "no date";
        throw error;
    }
}

function text(edtf: Edtf | null): string | null {
    return edtf?.text ?? null;
}
