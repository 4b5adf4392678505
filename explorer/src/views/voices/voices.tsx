// Who says what: where voices contradict each other, differ, or deny; and how each article names the same.
import { useMemo, useState } from "preact/hooks";
import type { Claim } from "../../model/claims.ts";
import { speakerOf } from "../../model/claims.ts";
import { type Disagreement, denials, differences, disagreements, withinOneArticle } from "../../model/disagreements.ts";
import { counted } from "../../model/words.ts";
import { Download, type TableColumn } from "../../parts/data_table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { contested } from "../../state/contested.ts";
import { usePage } from "../../state/page_state.ts";
import type { Selection } from "../../state/selection.ts";
import type { Tables } from "../../tables/table.ts";
import { Names } from "./names.tsx";
import { Sides } from "./sides.tsx";

const AT_ONCE = 20; // disagreements, before the reader asks for more

interface Part {
    readonly name: string;
    readonly title: string;
    readonly lead: string;
    /** Completes "No … passes the filters". */
    readonly what: string;
    readonly found: (tables: Tables) => readonly Disagreement[];
}

const PARTS: readonly Part[] = [
    {
        name: "disagreements",
        title: "They contradict each other",
        lead: "One voice denies what another says, or they give values of which the rules of the tables take one to exclude the other. All are kept and marked as disputed; which of them hold, the tables do not say.",
        what: "contradiction",
        found: disagreements,
    },
    {
        name: "differences",
        title: "They say it differently",
        lead: "Several values for the same, which can all be true: one is more exact, one was written earlier, one speaks for somebody else.",
        what: "difference between claims",
        found: differences,
    },
    {
        name: "denials",
        title: "They say that it is not so",
        lead: "Events that a voice denies or doubts, while nobody in these articles contradicts it.",
        what: "denial",
        found: denials,
    },
];

export function Voices() {
    const { tables, selection } = usePage();
    return (
        <section class="voices">
            <p class="kicker">Who says what</p>
            <h1 tabIndex={-1}>{finding(tables, selection)}</h1>
            <p class="lead">
                Where the articles, or voices within one, do not tell the same, side by side: each voice with its words
                and the article in which they stand. Nothing is averaged, and nobody is put right.
            </p>
            {PARTS.map((part) => (
                <Contested key={part.name} {...part} />
            ))}
            <Names />
        </section>
    );
}

/** What the view shows, in a sentence. */
function finding(tables: Tables, selection: Selection): string {
    const shown = (found: Part["found"]) => contested(tables, selection, found(tables));
    const [excluding, differing] = [shown(disagreements), shown(differences).length];
    const within = excluding.filter((one) => withinOneArticle(tables, one)).length;
    const others = `${differing.toLocaleString("en")} ${differing === 1 ? "other" : "others"}`;
    if (excluding.length) {
        const where = within ? `, on ${within.toLocaleString("en")} of them within one article` : "";
        return `Voices contradict each other on ${counted(excluding.length, "point")}${where}; ${others} are told differently`;
    }
    return differing
        ? `No contradiction; ${differing.toLocaleString("en")} ${differing === 1 ? "point is" : "points are"} told differently`
        : "Nothing here is told in two ways";
}

function Contested({ name, title, lead, what, found }: Part) {
    const { tables, selection } = usePage();
    const [most, setMost] = useState(AT_ONCE);
    const shown = useMemo(() => contested(tables, selection, found(tables)), [tables, selection, found]);
    const claims = useMemo(() => shown.flatMap((one) => one.positions), [shown]);
    return (
        <section class={`contested contested-${name}`} aria-labelledby={`${name}-title`} id={name}>
            <h2 id={`${name}-title`}>
                {title} <span class="count">{shown.length.toLocaleString("en")}</span>
            </h2>
            <p class="lead">{lead}</p>
            {!shown.length && <Empty what={what} />}
            <div class="contested-list">
                {shown.slice(0, most).map((one) => (
                    <Sides key={`${one.table}/${one.id}.${one.field}`} of={one} />
                ))}
            </div>
            {shown.length > most && (
                <button type="button" class="more" onClick={() => setMost(most + AT_ONCE)}>
                    Show more of {shown.length.toLocaleString("en")}
                </button>
            )}
            {shown.length > 0 && <Download name={name} columns={columns(tables)} rows={claims} />}
        </section>
    );
}

/** As `karabakh_data.disagreements()` has them, with the speaker's name, the basis and its note; by position. */
function columns(tables: Tables): TableColumn<number>[] {
    const { claims } = tables;
    const plain = (name: keyof Claim & string): TableColumn<number> => ({ name, cell: (at) => claims.row(at)[name] });
    return [
        ...(["record_table", "record_id", "field", "source_id", "attributed_to"] as const).map(plain),
        { name: "speaker", cell: (at) => speakerOf(tables, claims.row(at)) },
        ...(["stance", "value", "quote", "passage_id", "basis", "note"] as const).map(plain),
    ];
}
