// What the marks of the timeline mean.
import { DateMark } from "../../charts/date_mark.tsx";
import type { End, Span } from "../../charts/span.ts";
import type { TimeScale } from "../../charts/time_scale.ts";
import { STATUSES, StatusText } from "../../parts/status_glyph.tsx";
import type { Tables } from "../../tables/table.ts";
import { FILLS } from "./rows.tsx";

const WIDE = 40; // pixels
const SCALE: TimeScale = {
    width: WIDE,
    stretches: [{ first: 0, last: WIDE, left: 0, right: WIDE }],
    x: (day) => day,
};

/** The statuses of these events, each as shape and as band, and what an end says. */
export function TimeKey({ tables, positions }: { tables: Tables; positions: readonly number[] }) {
    const statuses = tables.events.column("status");
    const shown = new Set(positions.map((position) => statuses[position]));
    return (
        <ul class="legend" aria-label="Marks">
            {STATUSES.filter((status) => shown.has(status)).map((status) => (
                <li key={status} class="legend-key">
                    <StatusText status={status} />
                    <Sample when={across("sharp")} fill={FILLS[status]} />
                </li>
            ))}
            <li class="legend-key">
                <Sample when={across("sharp")} fill="solid" /> a band: within these days, or for as long
            </li>
            <li class="legend-key">
                <Sample when={{ ...across("open"), last: WIDE - 24 }} fill="solid" /> a fading end: open, nobody says
                since or until when
            </li>
        </ul>
    );
}

function across(end: End): Span {
    return { first: 0, last: WIDE, start: "sharp", end, isDay: false };
}

function Sample({ when, fill }: { when: Span; fill: (typeof FILLS)[keyof typeof FILLS] }) {
    return (
        <svg width={WIDE} height="14" aria-hidden="true">
            <DateMark when={when} scale={SCALE} y={7} fill={fill} shape={null} />
        </svg>
    );
}
