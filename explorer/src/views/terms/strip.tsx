// A term of an agreement on a scale of days: when it was due, and what became of it.
import { DateMark, extent, type Fill } from "../../charts/date_mark.tsx";
import { measured } from "../../charts/measured.ts";
import { type Span, span } from "../../charts/span.ts";
import { Strip, TALL } from "../../charts/strips.tsx";
import type { TimeScale } from "../../charts/time_scale.ts";
import { shortDate } from "../../model/dates.ts";
import { lateness } from "../../model/handovers.ts";
import type { State, TermOfAgreement } from "../../model/terms_of_agreements.ts";
import { OutcomeShape } from "../../parts/outcome_shape.tsx";
import { TermWords } from "./term_words.tsx";

const FILLS: Readonly<Record<State, Fill>> = {
    fulfilled: "solid",
    late: "solid",
    partly_fulfilled: "hatched",
    breached: "crossed",
    disputed: "hatched",
    postponed: "hollow",
    pending: "hollow",
    untold: "hollow",
    silence: "hollow",
    ambiguity: "hollow",
};
const Y = TALL / 2;
const AIR = 6; // pixels between marks and words

const spans = new WeakMap<TermOfAgreement, readonly Span[]>();

/** The dates of a term: when it is due, and when what became of it did. */
export function spansOf(term: TermOfAgreement): readonly Span[] {
    const found =
        spans.get(term) ??
        [term.clause.due_edtf, ...term.outcomes.map(({ event }) => event.date_edtf)].flatMap((edtf) =>
            edtf ? span(edtf) : [],
        );
    spans.set(term, found);
    return found;
}

export function TermStrip({ term, scale }: { term: TermOfAgreement; scale: TimeScale }) {
    return (
        <Strip scale={scale} id={term.clause.clause_id} words={<TermWords term={term} />}>
            <Marks term={term} scale={scale} />
        </Strip>
    );
}

function Marks({ term: { clause, outcomes }, scale }: { term: TermOfAgreement; scale: TimeScale }) {
    const due = clause.due_edtf ? span(clause.due_edtf) : undefined;
    const dueAt = due && (scale.x(due.first) + scale.x(due.last)) / 2;
    const dated = outcomes.flatMap((outcome) =>
        outcome.event.date_edtf
            ? [{ outcome, edtf: outcome.event.date_edtf, when: span(outcome.event.date_edtf) }]
            : [],
    );
    const extents = dated.map(({ when }) => extent(when, scale));
    const left = Math.min(...extents.map((one) => one.left), dueAt ?? Infinity);
    const right = Math.max(...extents.map((one) => one.right), dueAt ?? -Infinity);
    const late = dated.find(({ outcome }) => outcome.daysLate);
    const told = dated.map(({ edtf }) => shortDate(edtf)).join(", ");
    const dueWords = clause.due_edtf ? `due ${shortDate(clause.due_edtf)}` : "";
    return (
        <>
            {dueAt !== undefined && late && <path class="late" d={`M${dueAt} ${Y}H${extent(late.when, scale).from}`} />}
            {dated.map(({ outcome, when }) => (
                <DateMark
                    key={outcome.event.event_id}
                    when={when}
                    scale={scale}
                    y={Y}
                    fill={FILLS[outcome.outcome]}
                    shape={<OutcomeShape state={outcome.outcome} />}
                />
            ))}
            {dueAt !== undefined && <path class="due" d={`M${dueAt} ${Y - 9}V${Y + 9}`} />}
            <Around
                {...{ left, right, end: scale.width }}
                before={late && dueWords ? [dueWords, "due"] : []}
                after={
                    late
                        ? [`${lateness(late.outcome.daysLate ?? 0)}, ${told}`, lateness(late.outcome.daysLate ?? 0)]
                        : [[told, dueWords].filter(Boolean).join("; "), told, dueWords]
                }
                bold={late !== undefined}
            />
        </>
    );
}

interface AroundProps {
    readonly left: number;
    readonly right: number;
    readonly end: number;
    /** Of these the first that fits. */
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly bold: boolean;
}

/** Words on both sides of what stands there; `after` on the left where the right has no room for any of them. */
function Around({ left, right, end, before, after, bold }: AroundProps) {
    const within = (room: number) => (words: string) => words !== "" && measured(words, 12, bold) + AIR <= room;
    const onRight = after.find(within(end - right));
    const onLeft = (onRight === undefined ? after : before).find(within(left));
    const strong = bold ? "beside beside-bold" : "beside";
    return (
        <>
            {onRight && (
                <text class={strong} x={right + AIR} y={Y + 4}>
                    {onRight}
                </text>
            )}
            {onLeft && (
                <text class={onRight ? "beside" : strong} x={left - AIR} y={Y + 4} text-anchor="end">
                    {onLeft}
                </text>
            )}
        </>
    );
}
