// The page: reads the tables, then draws what the address says.
import { render } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { clipped } from "./parts/text.tsx";
import { withSoundClaims } from "./resolve/claim_cells.ts";
import { ResolutionFailure } from "./resolve/records.ts";
import { subset } from "./resolve/subset.ts";
import { type Address, writeAddress } from "./state/address.ts";
import type { Filters } from "./state/filters.ts";
import { heeded, type Unheeded } from "./state/heeded.ts";
import { type Page, PageContext } from "./state/page_state.ts";
import { Selection } from "./state/selection.ts";
import { beside, readTables } from "./tables/read.ts";
import type { Tables } from "./tables/table.ts";
import { Frame } from "./views/frame.tsx";

const TITLE = 80; // code units

function App({ published }: { published: Tables }) {
    const [address, wrong] = useAddress(published);
    const resolved = useTables(published, address.filters);
    const failed = resolved instanceof ResolutionFailure;
    const tables = failed ? published : resolved;
    const unheeded = failed
        ? [...wrong, { why: "What these articles alone say makes no whole records", written: resolved.message }]
        : wrong;
    const asked = JSON.stringify(address.filters);
    // Tables resolved from some articles hold what these articles tell, also where another record's claims imply it.
    const chosen = tables === published ? address.filters : { ...address.filters, source: [] };
    const selection = useMemo(() => new Selection(tables, chosen), [tables, asked]);
    const page: Page = { tables, published, selection, address, unheeded, go };
    useFocusOnArrival(address);
    return (
        <PageContext.Provider value={page}>
            <Frame />
        </PageContext.Provider>
    );
}

/** The tables as they are published, or as the chosen sources alone would have them; why not, if these make none. */
function useTables(published: Tables, { alone, source }: Filters): Tables | ResolutionFailure {
    const sources = alone ? source.filter((id) => published.sources.position(id) !== undefined).sort() : [];
    return useMemo(() => {
        try {
            return sources.length ? subset(published, sources) : published;
        } catch (error) {
            if (error instanceof ResolutionFailure) return error;
            throw error;
        }
    }, [published, sources.join()]);
}

function go(address: Address, { instead = false } = {}): void {
    if (!instead) {
        location.hash = writeAddress(address);
        return;
    }
    history.replaceState(null, "", writeAddress(address));
    dispatchEvent(new HashChangeEvent("hashchange"));
}

function useAddress(published: Tables): [Address, readonly Unheeded[]] {
    const [hash, setHash] = useState(location.hash);
    useEffect(() => {
        const follow = () => setHash(location.hash);
        addEventListener("hashchange", follow);
        return () => removeEventListener("hashchange", follow);
    }, []);
    return useMemo(() => heeded(published, hash), [published, hash]);
}

/** Who goes to another place, and not merely filters, begins at its heading. */
function useFocusOnArrival({ place }: Address): void {
    const here = JSON.stringify(place);
    const before = useRef(here);
    useEffect(() => {
        const heading = document.querySelector<HTMLElement>("main h1");
        document.title = `${titled(heading?.textContent ?? "")} · karabakh-data`;
        if (before.current === here) return;
        before.current = here;
        scrollTo(0, 0);
        // Who types words to search for goes on typing them.
        if (document.activeElement instanceof HTMLInputElement) return;
        heading?.focus({ preventScroll: true });
    }, [here]);
}

/** The first words of a heading, for the title of a window. */
function titled(heading: string): string {
    return clipped(heading, TITLE).replace(/[\s,;:]+\S*…$/, "…") || "The evidence";
}

const root = document.getElementById("page") as HTMLElement;
try {
    const published = withSoundClaims(await readTables(beside("data")));
    root.replaceChildren();
    render(<App published={published} />, root);
} catch (error) {
    const said = document.createElement("p");
    said.className = "failure";
    said.textContent = `The tables cannot be shown. ${error instanceof Error ? error.message : error}`;
    root.replaceChildren(said);
    throw error;
}
