// What is folded on a narrow screen, where it would push the content down, and stands open on a wide one.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

const WIDE = matchMedia("(min-width: 40rem)");

export function FoldWhereNarrow({ title, children }: { title: string; children: ComponentChildren }) {
    const [wide, setWide] = useState(WIDE.matches);
    useEffect(() => {
        const follow = () => setWide(WIDE.matches);
        WIDE.addEventListener("change", follow);
        return () => WIDE.removeEventListener("change", follow);
    }, []);
    if (wide) return <>{children}</>;
    return (
        <details class="fold">
            <summary>{title}</summary>
            {children}
        </details>
    );
}
