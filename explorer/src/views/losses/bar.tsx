// A figure of losses on a scale of persons: a bar to a number, a band between two, a fading end where one is open.
import type { ScaleLinear } from "d3-scale";
import { Beside } from "../../charts/date_mark.tsx";
import { bounds, greatest, type Loss } from "../../model/losses.ts";
import { numbers } from "./in_words.ts";

const TALL = 24; // pixels
const BAR = 14;
const FADE = 24;

export type Persons = ScaleLinear<number, number>;

interface Props {
    readonly loss: Loss;
    readonly x: Persons;
    readonly width: number;
}

/** How wide that is: numbers very far apart leave a rounding error below 0. */
const between = (left: number, right: number) => Math.max(right - left, 0);

/** The figure itself; a total holds its parts as darker bars inside. */
export function Bar({ loss, x, width }: Props) {
    const { figure, parts } = loss;
    const most = greatest(figure);
    if (most === null) return null;
    const { least, most: upper } = bounds(figure);
    const [from, to] = [x(least ?? most), x(upper ?? most)];
    const y = TALL / 2;
    const whole = parts.length > 0;
    const box = { y: y - BAR / 2, height: BAR };
    const right = Math.max(from, to) + (upper === null ? FADE : 0);
    return (
        <svg class="loss-bar" width={width} height={TALL} aria-hidden="true">
            {least !== null && (
                <rect class={whole ? "loss-total" : "loss"} x={x(0)} width={between(x(0), from)} {...box} />
            )}
            {to > from && <rect class="loss-range" x={from} width={to - from} {...box} />}
            {least === null && (
                <g mask="url(#fade-start)">
                    <rect class="loss-range" x={x(0)} width={between(x(0), to)} {...box} />
                </g>
            )}
            {upper === null && (
                <g mask="url(#fade-end)">
                    <rect class="loss-range" x={from} width={FADE} {...box} />
                </g>
            )}
            {parts.map((part) => {
                const inside = greatest(part.figure);
                return (
                    inside !== null && (
                        <rect
                            key={part.figure.casualty_id}
                            class="loss"
                            x={x(0)}
                            width={between(x(0), x(inside))}
                            y={y - BAR / 4}
                            height={BAR / 2}
                        />
                    )
                );
            })}
            {figure.best !== null && to > from && <path class="due" d={`M${x(figure.best)} ${y - 9}V${y + 9}`} />}
            <Beside left={from} right={right} y={y} end={width} words={numbers(figure)} bold />
        </svg>
    );
}
