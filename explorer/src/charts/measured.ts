// How wide words are when they are drawn.

export const SIZE = 12; // pixels: the smallest type of any chart
const known = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** The width of words in pixels, as charts set them. */
export function measured(words: string, size = SIZE, bold = false): number {
    const key = `${bold} ${size} ${words}`;
    let width = known.get(key);
    if (width === undefined) {
        pen ??= document.createElement("canvas").getContext("2d");
        if (pen) pen.font = `${bold ? 600 : 400} ${size}px ${getComputedStyle(document.body).fontFamily}`;
        width = pen ? pen.measureText(words).width : words.length * size * 0.6;
        known.set(key, width);
    }
    return width;
}
