// What cannot be drawn says so in its place, and the rest of the page goes on.
import type { ComponentChildren } from "preact";
import { useErrorBoundary, useLayoutEffect, useRef } from "preact/hooks";
import type { Address } from "../state/address.ts";
import { usePage } from "../state/page_state.ts";
import { Text } from "./text.tsx";

/** Its children; or, if they fail, why, until the reader goes elsewhere. */
export function Guarded({ children }: { children: ComponentChildren }) {
    const { address } = usePage();
    const [error, reset] = useErrorBoundary((thrown) => console.error(thrown));
    const failedAt = useRef<Address | null>(null);
    if (error) failedAt.current ??= address;
    useLayoutEffect(() => {
        if (failedAt.current === null || failedAt.current === address) return;
        failedAt.current = null;
        reset();
    }, [address]);
    if (!error) return <>{children}</>;
    return (
        <div class="empty" role="alert">
            <h1 tabIndex={-1}>This cannot be drawn</h1>
            <p>
                <Text>{error instanceof Error ? error.message : String(error)}</Text>
            </p>
        </div>
    );
}
