// The status of an event as a shape, told apart without colour.
import type { Terms } from "../schema/schema.ts";
import { Term } from "./term.tsx";

export type Status = Terms["event_status"];

/** From what has come about to what is denied. */
export const STATUSES: readonly Status[] = ["occurred", "ongoing", "alleged", "planned", "conditional", "denied"];

/** The shape alone, for charts: its middle at x and y, its radius r. Put a title or a label beside it. */
export function StatusShape({ status, x = 0, y = 0, r = 5 }: { status: Status; x?: number; y?: number; r?: number }) {
    const at = `translate(${x} ${y})`;
    const h = r * 0.62;
    const cross = `M${-h} ${-h}L${h} ${h}M${-h} ${h}L${h} ${-h}`;
    switch (status) {
        case "occurred":
            return <circle class="shape shape-filled" transform={at} r={r} />;
        case "ongoing":
            return <path class="shape shape-filled" transform={at} d={`M${-r} ${-r}L${r} 0L${-r} ${r}Z`} />;
        case "alleged":
            return (
                <g class="shape" transform={at}>
                    <path class="shape-hollow" d={`M0 ${-r * 1.2}L${r * 1.2} 0L0 ${r * 1.2}L${-r * 1.2} 0Z`} />
                    <circle class="shape-filled" r={r * 0.32} />
                </g>
            );
        case "planned":
            return <circle class="shape shape-hollow" transform={at} r={r} />;
        case "conditional":
            return <circle class="shape shape-hollow shape-dashed" transform={at} r={r} />;
        case "denied":
            return (
                <g class="shape" transform={at}>
                    <circle class="shape-hollow" r={r} />
                    <path class="shape-line" d={cross} />
                </g>
            );
    }
}

/** The shape with the term beside it, for text. */
export function StatusText({ status }: { status: Status }) {
    return (
        <span class="status">
            <svg class="glyph" viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
                <StatusShape status={status} />
            </svg>
            <Term vocabulary="event_status" term={status} />
        </span>
    );
}

/** What the shapes mean. */
export function StatusLegend({ statuses = STATUSES }: { statuses?: readonly Status[] }) {
    return (
        <ul class="legend" aria-label="Status of an event">
            {statuses.map((status) => (
                <li key={status}>
                    <StatusText status={status} />
                </li>
            ))}
        </ul>
    );
}
