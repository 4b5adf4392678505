// Who reports which losses, as sentences.
import { group } from "d3-array";
import { sourceLabel } from "../../model/claims.ts";
import { greatest, type Loss } from "../../model/losses.ts";
import { figure, nameOf } from "../../model/names.ts";
import { counted, enumerated } from "../../model/words.ts";
import type { Row, Tables } from "../../tables/table.ts";

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

/** Who reports which figures of which event, the greatest number first. */
function byVoice(tables: Tables, top: readonly Loss[]): Told[] {
    const some = group(top, (loss) => JSON.stringify([loss.figure.event_id, voiceOf(tables, loss)]));
    const most = ({ losses }: Told) => Math.max(...losses.map(({ figure: row }) => greatest(row) ?? 0));
    return Array.from(some.values(), (losses): Told => {
        const [loss] = losses as [Loss];
        return { voice: voiceOf(tables, loss), event: loss.event, losses };
    }).sort((a, b) => most(b) - most(a));
}

/** What the voice with the greatest number reports: "Fighting in X: Y reports 30 killed, 7 of them civilians". */
export function headline(tables: Tables, top: readonly Loss[]): string {
    const [first] = byVoice(tables, top);
    return first ? sentence(first) : "Losses";
}

/** What the others report. */
export function others(tables: Tables, top: readonly Loss[], most: number): string {
    const [, ...rest] = byVoice(tables, top);
    const more = rest.length - most;
    return [
        ...rest.slice(0, most).map((told) => `${sentence(told)}.`),
        ...(more > 0 ? [`${counted(more, "report")} more stand below.`] : []),
    ].join(" ");
}

function sentence({ voice, event, losses }: Told): string {
    const title = event ? event.title : "An event on which the sources disagree";
    return `${title}: ${voice} ${voice.includes(" and ") ? "report" : "reports"} ${enumerated(losses.map(spoken), "; ")}`;
}

function spoken({ figure: row, parts }: Loss): string {
    const inside = parts.map(({ figure: part }) => `${numbers(part)} of them ${victims(part)}`);
    return [`${numbers(row)} ${measureOf(row)}`, ...inside].join(", ");
}

/** "30", "7 to 12", "30 (at least 20)", or the source's words in quotation marks. */
export function numbers(row: Row<"casualties">): string {
    if (greatest(row) === null) return `“${row.wording ?? "some"}”`;
    const bounded = row.best !== null && (row.low !== null || row.high !== null);
    return bounded ? `${figure(row)} (${figure({ ...row, best: null })})` : figure(row);
}
