// Who reports which losses, as sentences.
import { group, max } from "d3-array";
import { sourceLabel } from "../../model/claims.ts";
import { figuresBy, greatest, type Loss, losses } from "../../model/losses.ts";
import { figure, nameOf } from "../../model/names.ts";
import { counted, enumerated } from "../../model/words.ts";
import type { Row, Tables } from "../../tables/table.ts";

const EVENTS = 5; // of which the losses are told in sentences
const CLASSES = { civilian: "civilians", military: "military", total: "civilians and military", unknown: "" } as const;

/** "civilians", or that the source does not say who. */
export function victims({ victim_class }: Row<"casualties">): string {
    if (victim_class === null) return "sources disagree on who";
    return CLASSES[victim_class] || "the source does not say who";
}

/** "killed", "wounded". */
export function measureOf({ measure }: Row<"casualties">): string {
    return measure ?? "victims";
}

/** Whose figure it is: who reports it, or else the articles that give it. */
export function voiceOf(tables: Tables, { figure: { reported_by }, sources }: Loss): string {
    if (reported_by !== null) return nameOf(tables, "actors", reported_by);
    return enumerated(sources.map((id) => sourceLabel(tables.sources.find(id), id)));
}

/** The figures of one event that one voice gives. */
interface Told {
    readonly voice: string;
    readonly event: Row<"events"> | undefined;
    readonly losses: readonly Loss[];
}

/** Who reports which figures of which event, the greatest number first, then by time; of many events those with the greatest. */
function byVoice(tables: Tables, figures: readonly Row<"casualties">[]): { told: Told[]; left: number } {
    const drawn = figuresBy(tables, figures, "event");
    const events = drawn
        .map((event) => ({ ...event, most: max(event.figures, (row) => greatest(row) ?? 0) ?? 0 }))
        .sort((a, b) => b.most - a.most);
    const foremost = new Set(events.slice(0, EVENTS).map(({ key }) => key));
    // After the greatest the others, in the order in which they are drawn.
    const order = [...events.slice(0, 1), ...drawn.filter(({ key }) => foremost.has(key) && key !== events[0]?.key)];
    const told = order.flatMap((event) => {
        const top = losses(tables, event.figures);
        return Array.from(
            group(top, (loss) => voiceOf(tables, loss)),
            ([voice, some]): Told => ({ voice, event: some[0]?.event, losses: some }),
        );
    });
    return { told, left: Math.max(events.length - EVENTS, 0) };
}

/** What the voice with the greatest number reports: "Fighting in X: Y reports 30 killed, 7 of them civilians". */
export function headline(tables: Tables, figures: readonly Row<"casualties">[]): string {
    const [first] = byVoice(tables, figures).told;
    return first ? sentence(tables, first) : "Losses";
}

/** What the others report. */
export function others(tables: Tables, figures: readonly Row<"casualties">[]): string {
    const { told, left } = byVoice(tables, figures);
    const said = told.slice(1).map((one) => `${sentence(tables, one)}.`);
    return [...said, ...(left ? [`The losses in ${counted(left, "event")} more stand below.`] : [])].join(" ");
}

function sentence(tables: Tables, { voice, event, losses }: Told): string {
    const title = event ? event.title : "An event on which the sources disagree";
    const sides = new Set(losses.map(({ figure: row }) => row.side_id));
    const [one = null] = sides;
    const said = losses.map((loss) => spoken(loss) + (sides.size > 1 ? sideOf(tables, loss.figure.side_id) : ""));
    const all = sides.size === 1 ? sideOf(tables, one) : "";
    return `${title}: ${voice} ${voice.includes(" and ") ? "report" : "reports"} ${enumerated(said, "; ")}${all}`;
}

function spoken({ figure: row, parts }: Loss): string {
    const inside = parts.map(({ figure: part }) => `${numbers(part)} of them ${victims(part)}`);
    return [`${numbers(row)} ${measureOf(row)}`, ...inside].join(", ");
}

function sideOf(tables: Tables, side: string | null): string {
    return side === null ? "" : ` (side: ${nameOf(tables, "actors", side)})`;
}

/** "30", "7 to 12", "30 (at least 20)", or the source's words in quotation marks; that no number is stated where there is neither. */
export function numbers(row: Row<"casualties">): string {
    if (greatest(row) === null) return row.wording === null ? "an unstated number" : `“${row.wording}”`;
    const bounded = row.best !== null && (row.low !== null || row.high !== null);
    return bounded ? `${figure(row)} (${figure({ ...row, best: null })})` : figure(row);
}
