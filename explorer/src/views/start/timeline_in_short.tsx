// The days that events are dated to, and the events that most articles tell of.
import { max, rollups } from "d3-array";
import { useMemo } from "preact/hooks";
import { dateOf } from "../../dates/edtf.ts";
import { shortDay } from "../../model/dates.ts";
import { type DayTold, mostTold, type Stretch, stretchesOfDays } from "../../model/days_told.ts";
import { DateText } from "../../parts/date_text.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { StatusText } from "../../parts/status_glyph.tsx";
import type { Day } from "../../schema/schema.ts";
import { usePage } from "../../state/page_state.ts";
import { InShort } from "./in_short.tsx";

const LEAST = 3; // events that make a stretch worth drawing
const MOST = 7; // events that are listed
const STRETCHES = 4; // that are drawn
const BARS = 120; // in a stretch: more could not be told apart
const HEIGHT = 72;

export function TimelineInShort() {
    const { tables } = usePage();
    const { events } = tables;
    const stretches = useMemo(() => fullest(stretchesOfDays(tables)), [tables]);
    const told = useMemo(() => mostTold(tables, MOST), [tables]);
    return (
        <InShort
            view="timeline"
            title="What happened when"
            lead="Events by their day, those of a few days by the first. Filled: it happened or goes on; hollow: planned, possible, alleged or denied. The double line cuts out the time between."
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
                                <StatusText status={status} /> · {source_count} articles
                            </span>
                        </span>
                    </li>
                ))}
            </ol>
        </InShort>
    );
}

/** The stretches that are worth drawing, in the order of time. */
function fullest(stretches: readonly Stretch[]): Stretch[] {
    const worth = stretches.filter(({ count }) => count >= LEAST).sort((a, b) => b.count - a.count);
    return worth.slice(0, STRETCHES).sort((a, b) => firstOf(a) - firstOf(b));
}

const firstOf = ({ days }: Stretch): Day => days[0]?.day ?? 0;
const lastOf = ({ days }: Stretch): Day => days.at(-1)?.day ?? 0;

function Days({ stretches }: { stretches: readonly Stretch[] }) {
    const tallest = Math.max(1, ...stretches.map(({ days }) => max(days, ({ count }) => count) ?? 0));
    return (
        <div class="days">
            {stretches.map((stretch) => (
                <StretchOfDays key={firstOf(stretch)} stretch={stretch} tallest={tallest} />
            ))}
        </div>
    );
}

function StretchOfDays({ stretch, tallest }: { stretch: Stretch; tallest: number }) {
    const [first, last] = [firstOf(stretch), lastOf(stretch)];
    const length = last - first + 1;
    const bin = Math.ceil(length / BARS);
    const unit = HEIGHT / tallest;
    const label = `${stretch.count.toLocaleString("en")} events from ${shortDay(first)} to ${shortDay(last)}`;
    const bars = rollups(stretch.days, tallestOf, ({ day }) => Math.floor((day - first) / bin) * bin);
    return (
        <div class="stretch" style={{ flexGrow: Math.min(length, BARS) }}>
            <svg width="100%" height={HEIGHT + 1} role="img" aria-label={label}>
                {bars.map(([start, { day, count, came }]) => {
                    const x = `${(100 * (start + 0.15 * bin)) / length}%`;
                    const width = `${(100 * 0.7 * bin) / length}%`;
                    const height = Math.max(count * unit - 1, 0);
                    return (
                        <g key={start}>
                            <title>{`${shortDay(day)}: ${count} events, of which ${came} happened`}</title>
                            <rect class="day-hollow" x={x} width={width} y={HEIGHT - height} height={height} />
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

/** Of days that share a bar, the one with most events stands for all. */
function tallestOf(days: readonly DayTold[]): DayTold {
    return days.reduce((a, b) => (b.count > a.count ? b : a));
}

function sameYear(a: Day, b: Day): boolean {
    return dateOf(a).getUTCFullYear() === dateOf(b).getUTCFullYear();
}
