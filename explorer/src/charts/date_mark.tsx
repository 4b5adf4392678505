// A date on a scale of days: a day as a shape, more days as a band, an open end fading away; and words beside it.
import type { ComponentChildren } from "preact";
import { clipped } from "../parts/text.tsx";
import { measured } from "./measured.ts";
import type { End, Span } from "./span.ts";
import { breaks } from "./time_axis.tsx";
import type { TimeScale } from "./time_scale.ts";

/** How a band is filled, told apart without colour. */
export type Fill = "solid" | "hollow" | "dashed" | "hatched" | "crossed";

const BAND = 8; // pixels: its height
const FADES: Readonly<Record<End, number>> = { sharp: 0, vague: 10, open: 24 }; // pixels
const AIR = 5; // pixels between a mark and its words
const SHAPE = 5; // pixels: the radius of a day's shape

/** Patterns and masks of marks, once in every view that draws them. */
export function MarkPatterns() {
    const fade = (id: string, from: string, to: string) => (
        <>
            <linearGradient id={`${id}-shade`}>
                <stop offset="0" stop-color={from} />
                <stop offset="1" stop-color={to} />
            </linearGradient>
            <mask id={id} maskContentUnits="objectBoundingBox">
                <rect width="1" height="1" fill={`url(#${id}-shade)`} />
            </mask>
        </>
    );
    const lines = { width: 4, height: 4, patternUnits: "userSpaceOnUse", class: "pattern" } as const;
    return (
        <svg class="patterns" width="0" height="0" aria-hidden="true">
            <defs>
                {fade("fade-start", "#000", "#fff")}
                {fade("fade-end", "#fff", "#000")}
                <pattern id="hatch" {...lines}>
                    <path d="M-1 1L1 -1M-1 5L5 -1M3 5L5 3" />
                </pattern>
                <pattern id="cross" {...lines}>
                    <path d="M0 0L4 4M0 4L4 0" />
                </pattern>
            </defs>
        </svg>
    );
}

/** The pixels that a date takes, fading ends included. */
export function extent(when: Span, scale: TimeScale): { left: number; right: number; from: number; to: number } {
    const { first: opening } = scale.stretches[0] as { first: number };
    const { last: closing } = scale.stretches.at(-1) as { last: number };
    const [start, end] = [when.first < opening ? "open" : when.start, when.last > closing ? "open" : when.end];
    const [from, to] = [scale.x(when.first), Math.max(scale.x(when.last), scale.x(when.first) + 3)];
    if (when.isDay) {
        const middle = (from + scale.x(when.last)) / 2;
        return { left: middle - SHAPE, right: middle + SHAPE, from: middle, to: middle };
    }
    return { left: from - FADES[start], right: to + FADES[end], from, to };
}

interface Props {
    readonly when: Span;
    readonly scale: TimeScale;
    readonly y: number;
    readonly fill: Fill;
    /** What stands for one day; its middle is at 0, 0. */
    readonly shape: ComponentChildren;
    readonly words?: string;
    readonly bold?: boolean;
}

export function DateMark({ when, scale, y, fill, shape, words, bold = false }: Props) {
    const { left, right, from, to } = extent(when, scale);
    return (
        <>
            {when.isDay ? (
                <g class="mark" transform={`translate(${from} ${y})`}>
                    {shape}
                </g>
            ) : (
                <g class="mark">
                    <Band from={from} to={to} y={y} fill={fill} />
                    {left < from && <Band from={left} to={from} y={y} fill={fill} fade="fade-start" />}
                    {right > to && <Band from={to} to={right} y={y} fill={fill} fade="fade-end" />}
                    {breaks(scale)
                        .filter(([edge, other]) => left < edge && other < right)
                        .map(([edge, other]) => (
                            <path
                                key={edge}
                                class="mark-break"
                                d={`M${edge - 2} ${y + BAND}L${edge + 2} ${y - BAND}H${other + 2}L${other - 2} ${y + BAND}Z`}
                            />
                        ))}
                </g>
            )}
            {words && <Beside left={left} right={right} y={y} end={scale.width} words={words} bold={bold} />}
        </>
    );
}

interface BandProps {
    readonly from: number;
    readonly to: number;
    readonly y: number;
    readonly fill: Fill;
    readonly fade?: "fade-start" | "fade-end";
}

function Band({ from, to, y, fill, fade }: BandProps) {
    const box = { x: from, y: y - BAND / 2, width: to - from, height: BAND };
    return (
        <g mask={fade && `url(#${fade})`}>
            <rect class={`band band-${fill}`} {...box} />
            {fill === "hatched" && <rect class="band-pattern" fill="url(#hatch)" {...box} />}
            {fill === "crossed" && <rect class="band-pattern" fill="url(#cross)" {...box} />}
        </g>
    );
}

/** Words to the right of what stands there, or to its left where the chart ends; left out where neither has room. */
export function Beside(at: { left: number; right: number; y: number; end: number; words: string; bold?: boolean }) {
    const words = clipped(at.words, 60);
    const wide = measured(words, 12, at.bold) + AIR;
    const after = at.right + wide <= at.end;
    if (!after && at.left < wide) return null;
    return (
        <text
            class={at.bold ? "beside beside-bold" : "beside"}
            x={after ? at.right + AIR : at.left - AIR}
            y={at.y + 4}
            text-anchor={after ? "start" : "end"}
        >
            {words}
        </text>
    );
}
