// The field for words to search for, on every view: "/" leads to it, the arrows lead on to what is found.
import { useEffect, useRef } from "preact/hooks";
import { folded } from "../model/folded.ts";
import { prepare } from "../model/search.ts";
import { type Place, readAddress } from "../state/address.ts";
import { useCount } from "../state/found.ts";
import { usePage } from "../state/page_state.ts";

/** Where the links to what is found stand. */
const FOUND = "#found a.hit";

const LEAST = 5; // milliseconds of a pause that are left for what else is to be done

const SEARCH = { kind: "view", view: "search" } as const;

function isSearch(place: Place): boolean {
    return place.kind === "view" && place.view === "search";
}

export function SearchField() {
    const { address, go } = usePage();
    const count = useCount();
    const field = useRef<HTMLInputElement>(null);
    useSlash(field);
    usePrepared();
    const searching = isSearch(address.place);
    // What is typed is one step back: the address is asked, which knows of each letter before the page is drawn again.
    const look = (words: string) =>
        go({ ...address, place: SEARCH, words }, { instead: isSearch(readAddress(location.hash).place) });
    const onKeyDown = (event: KeyboardEvent) => {
        const first = document.querySelector<HTMLElement>(FOUND);
        if (event.key === "ArrowDown" && first) {
            event.preventDefault();
            first.focus();
        }
    };
    return (
        <search>
            <form
                class="search-field"
                onSubmit={(event) => {
                    event.preventDefault();
                    if (!folded(address.words)) look(field.current?.value ?? "");
                    else document.querySelector<HTMLElement>(FOUND)?.click();
                }}
            >
                <label class="hidden" for="words">
                    Search titles, names and quotations
                </label>
                <input
                    id="words"
                    ref={field}
                    type="search"
                    autocomplete="off"
                    spellcheck={false}
                    placeholder="Search names and quotations"
                    aria-keyshortcuts="/"
                    value={address.words}
                    onInput={(event) => look(event.currentTarget.value)}
                    onKeyDown={onKeyDown}
                />
                <span class="slash" aria-hidden="true">
                    /
                </span>
            </form>
            <p role="status" class="hidden">
                {searching && count}
            </p>
        </search>
    );
}

/** What is searched in is made while the reader looks, in slices that hold up nothing, and not at the first letter. */
function usePrepared(): void {
    const { tables } = usePage();
    useEffect(() => {
        // Not every browser tells of its pauses: without, all is made at the first letter.
        if (typeof requestIdleCallback !== "function") return;
        let next = 0;
        const on = (left: IdleDeadline) => {
            if (!prepare(tables, () => left.timeRemaining() < LEAST)) next = requestIdleCallback(on);
        };
        next = requestIdleCallback(on);
        return () => cancelIdleCallback(next);
    }, [tables]);
}

/** "/" outside a field puts the cursor into this one. */
function useSlash(field: { readonly current: HTMLInputElement | null }): void {
    useEffect(() => {
        const follow = (event: KeyboardEvent) => {
            const at = event.target as HTMLElement | null;
            if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
            if (at?.closest("input, textarea, select, [contenteditable]")) return;
            event.preventDefault();
            field.current?.focus();
            field.current?.select();
        };
        document.addEventListener("keydown", follow);
        return () => document.removeEventListener("keydown", follow);
    }, [field]);
}

/** Among the links found, the arrows go up and down; up from the first and Escape lead back to the field. */
export function alongHits(event: KeyboardEvent): void {
    const links = [...document.querySelectorAll<HTMLElement>(FOUND)];
    const at = links.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1, Escape: -1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    (links[to] ?? (to < 0 ? document.getElementById("words") : undefined))?.focus();
}
