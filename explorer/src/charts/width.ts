// How wide a chart can be drawn.
import { options, type RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

const PAPER = 660; // pixels: what a sheet of A4 or letter holds

/** The width of the element that gets the ref, in whole pixels; 0 until it is known. On paper, what a sheet holds. */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, number] {
    const ref = useRef<E>(null);
    const [width, setWidth] = useState(0);
    useLayoutEffect(() => {
        const element = ref.current;
        if (!element) return;
        const measure = () => setWidth(Math.floor(element.clientWidth));
        const observer = new ResizeObserver(measure);
        const print = () => atOnce(() => setWidth(Math.min(PAPER, Math.floor(element.clientWidth))));
        const resume = () => atOnce(measure);
        measure();
        observer.observe(element);
        addEventListener("beforeprint", print);
        addEventListener("afterprint", resume);
        return () => {
            observer.disconnect();
            removeEventListener("beforeprint", print);
            removeEventListener("afterprint", resume);
        };
    }, []);
    return [ref, width];
}

/** The browser prints as soon as its listeners are through, so that what they change is drawn before they return. */
function atOnce(change: () => void): void {
    const later = options.debounceRendering;
    options.debounceRendering = (render) => render();
    change();
    if (later) options.debounceRendering = later;
    else delete options.debounceRendering;
}
