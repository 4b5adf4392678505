// The days that events are dated to, and the events that most articles tell of.
import { useMemo } from "preact/hooks";
import { shortDay } from "../../model/dates.ts";
import { mostTold, type Stretch, stretchesOfDays } from "../../model/days_told.ts";
import { DateText } from "../../parts/date_text.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { StatusText } from "../../parts/status_glyph.tsx";
import { dateOf } from "../../resolve/edtf.ts";
import type { Day } from "../../schema/schema.ts";
import { usePage } from "../../state/page_state.ts";
import { InShort } from "./in_short.tsx";

const LEAST = 3; // events that make a stretch worth drawing
const MOST = 7; // events that are listed
const HEIGHT = 72;

export function TimelineInShort() {
    const { tables } = usePage();
    const events = tables.events;
    const all = useMemo(() => events.rows(), [events]);
    const stretches = useMemo(() => stretchesOfDays(all).filter(({ count }) => count >= LEAST), [all]);
    const told = useMemo(() => mostTold(all, MOST), [all]);
    return (
        <InShort
            view="timeline"
            title="What happened when"
            lead="Events by their day. Filled: it happened or goes on; hollow: planned, possible, alleged or denied. The double line cuts out the time between."
            whole={`All ${events.length.toLocaleString("en")} events on the timeline`}
        >
            <Days stretches={stretches} />
            <ol class="most-told">
                {told.map(({ event_id, date_edtf, status, source_count }) => (
                    <li key={event_id}>
                        <span class="when">
                            <DateText edtf={date_edtf} bare />
                        </span>
                        <span>
                            <RecordLink table="events" id={event_id} />{" "}
                            <span class="count">
                                <StatusText status={status} />, told by {source_count} articles
                            </span>
                        </span>
                    </li>
                ))}
            </ol>
        </InShort>
    );
}

function Days({ stretches }: { stretches: readonly Stretch[] }) {
    const tallest = Math.max(1, ...stretches.flatMap(({ days }) => days.map(({ events }) => events.length)));
    return (
        <div class="days">
            {stretches.map((stretch) => (
                <StretchOfDays key={stretch.first} stretch={stretch} tallest={tallest} />
            ))}
        </div>
    );
}

function StretchOfDays({ stretch: { first, last, days, count }, tallest }: { stretch: Stretch; tallest: number }) {
    const length = last - first + 1;
    const unit = HEIGHT / tallest;
    const label = `${count} events from ${shortDay(first)} to ${shortDay(last)}`;
    return (
        <div class="stretch" style={{ flexGrow: length }}>
            <svg width="100%" height={HEIGHT + 1} role="img" aria-label={label}>
                {days.map(({ day, events }) => {
                    const came = events.filter(({ status }) => status === "occurred" || status === "ongoing").length;
                    const x = `${(100 * (day - first + 0.15)) / length}%`;
                    const width = `${(100 * 0.7) / length}%`;
                    const top = HEIGHT - events.length * unit;
                    return (
                        <g key={day}>
                            <title>{`${shortDay(day)}: ${events.length} events, of which ${came} happened`}</title>
                            <rect
                                class="day-hollow"
                                x={x}
                                width={width}
                                y={top + 1}
                                height={events.length * unit - 1}
                            />
                            <rect
                                class="day-filled"
                                x={x}
                                width={width}
                                y={HEIGHT - came * unit}
                                height={came * unit}
                            />
                        </g>
                    );
                })}
                <rect class="day-axis" width="100%" y={HEIGHT} height={1} />
            </svg>
            <p class="ends" aria-hidden="true">
                <span>{sameYear(first, last) ? shortDay(first).slice(0, -5) : shortDay(first)}</span>{" "}
                <span>{shortDay(last)}</span>
            </p>
        </div>
    );
}

function sameYear(a: Day, b: Day): boolean {
    return dateOf(a).getUTCFullYear() === dateOf(b).getUTCFullYear();
}
