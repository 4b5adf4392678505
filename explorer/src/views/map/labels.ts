// Where names stand on a map: beside their points, and never on each other, on a mark, or beyond the frame.
import { measured, SIZE } from "../../charts/measured.ts";

export interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
}

export interface Label {
    readonly lines: readonly string[];
    readonly box: Box;
    /** Whether it stands so far from its point that a line must lead there. */
    readonly far: boolean;
}

export const LEADING = 15; // pixels from line to line
const AIR = 2; // pixels around a label
const SQUARE = 32; // pixels

/** By the taste of mapmakers: right of the point and a little above first, then left, above, below (Imhof 1975). */
const SIDES: readonly (readonly [number, number])[] = [
    ...([
        [1, -0.35],
        [1, 0.35],
        [-1, -0.35],
        [-1, 0.35],
        [0, -1],
        [0, 1],
    ] as const),
    ...([
        [1, 0],
        [-1, 0],
        [1, -1],
        [1, 1],
        [-1, -1],
        [-1, 1],
    ] as const),
];
const FARTHER = [0, 9, 20, 34, 52]; // pixels

export class Labels {
    /** What is taken, by the squares of the map in which it lies: of thousands of boxes only the near ones are asked. */
    readonly #taken = new Map<string, Box[]>();
    readonly #frame: Box;

    constructor(frame: Box, taken: readonly Box[]) {
        this.#frame = frame;
        for (const box of taken) this.#take(box);
    }

    /** The label of a point with a mark of that radius; undefined where there is no room for it. */
    beside(lines: readonly string[], x: number, y: number, radius: number): Label | undefined {
        const [wide, tall] = size(lines);
        for (const farther of FARTHER) {
            const away = radius + 3 + farther;
            for (const [across, down] of SIDES) {
                const left = across > 0 ? x + away : across < 0 ? x - away - wide : x - wide / 2;
                const top = y + down * (away + tall / 2) - tall / 2;
                const label = this.#set(lines, { left, top, right: left + wide, bottom: top + tall }, farther > 0);
                if (label) return label;
            }
        }
        return undefined;
    }

    /** A label in the middle of the first of these points where there is room for it. */
    within(words: string, points: Iterable<readonly [number, number]>): Label | undefined {
        const [wide, tall] = size([words]);
        for (const [x, y] of points) {
            const [left, top] = [x - wide / 2, y - tall / 2];
            const label = this.#set([words], { left, top, right: left + wide, bottom: top + tall }, false);
            if (label) return label;
        }
        return undefined;
    }

    #set(lines: readonly string[], box: Box, far: boolean): Label | undefined {
        if (!holds(this.#frame, box)) return undefined;
        for (const square of squares(box, this.#frame)) {
            if (this.#taken.get(square)?.some((other) => overlap(box, other))) return undefined;
        }
        this.#take(box);
        return { lines, box, far };
    }

    #take(box: Box): void {
        for (const square of squares(box, this.#frame))
            this.#taken.get(square)?.push(box) ?? this.#taken.set(square, [box]);
    }
}

/** How wide and tall a label is. */
export function size(lines: readonly string[]): [number, number] {
    const widths = lines.map((line, at) => measured(line, at === 0 ? SIZE + 1 : SIZE, at === 0));
    return [Math.max(...widths), lines.length * LEADING];
}

/** The squares of the frame in which a box lies, with the air around it: a box may be as large as it likes. */
function* squares(box: Box, frame: Box): Iterable<string> {
    const [left, top] = [Math.max(box.left, frame.left), Math.max(box.top, frame.top)];
    const [right, bottom] = [Math.min(box.right, frame.right), Math.min(box.bottom, frame.bottom)];
    const square = (pixels: number) => Math.floor(pixels / SQUARE);
    for (let x = square(left - AIR); x <= square(right + AIR); x++) {
        for (let y = square(top - AIR); y <= square(bottom + AIR); y++) yield `${x} ${y}`;
    }
}

function overlap(a: Box, b: Box): boolean {
    return a.left < b.right + AIR && b.left < a.right + AIR && a.top < b.bottom + AIR && b.top < a.bottom + AIR;
}

function holds(frame: Box, box: Box): boolean {
    return frame.left <= box.left && box.right <= frame.right && frame.top <= box.top && box.bottom <= frame.bottom;
}
