// The scale of days above a chart, and faint lines from it down through the rows.
import { Fragment } from "preact";
import { ticks } from "./ticks.ts";
import { BREAK, INNER, type TimeScale } from "./time_scale.ts";

const HEIGHT = 40; // pixels: two lines of words and the line

/** Where the scale is broken: the left and the right edge of each gap. */
export function breaks({ stretches }: TimeScale): [number, number][] {
    return stretches.slice(1).map(({ left }): [number, number] => [left - INNER - BREAK, left - INNER]);
}

export function TimeAxis({ scale }: { scale: TimeScale }) {
    const cuts = breaks(scale);
    const edges = [0, ...cuts.flat(), scale.width];
    return (
        <svg class="time-axis" width={scale.width} height={HEIGHT} aria-hidden="true">
            {scale.stretches.map((stretch) =>
                ticks(stretch).map(({ day, upper, lower, lowerAt }) => (
                    <Fragment key={day}>
                        <text x={scale.x(day)} y={13} text-anchor="middle">
                            {upper}
                        </text>
                        {lower && (
                            <text x={lowerAt} y={28} text-anchor="middle">
                                {lower}
                            </text>
                        )}
                        <path class="axis-line" d={`M${scale.x(day)} ${HEIGHT - 5}v4`} />
                    </Fragment>
                )),
            )}
            {cuts.length + 1 > 0 &&
                Array.from({ length: cuts.length + 1 }, (_, n) => (
                    <path key={n} class="axis-line" d={`M${edges[2 * n]} ${HEIGHT - 1}H${edges[2 * n + 1]}`} />
                ))}
            {cuts.flat().map((x) => (
                <path key={x} class="axis-line" d={`M${x - 2.5} ${HEIGHT + 4}L${x + 2.5} ${HEIGHT - 7}`} />
            ))}
        </svg>
    );
}

export function TimeGrid({ scale }: { scale: TimeScale }) {
    return (
        <svg class="time-grid" width={scale.width} height="100%" aria-hidden="true">
            {scale.stretches.map((stretch) =>
                ticks(stretch).map(({ day }) => (
                    <line key={day} class="grid-line" x1={scale.x(day)} x2={scale.x(day)} y1="0" y2="100%" />
                )),
            )}
            {breaks(scale).map(([left, right]) => (
                <rect key={left} class="grid-break" x={left} width={right - left} y="0" height="100%" />
            ))}
        </svg>
    );
}
