// What every view and part can ask for, and how the reader goes elsewhere.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { TableName } from "../schema/schema.ts";
import type { Tables } from "../tables/table.ts";
import { type Address, type Place, type ViewName, writeAddress } from "./address.ts";
import type { Filters } from "./filters.ts";
import type { Unheeded } from "./heeded.ts";
import type { Selection } from "./selection.ts";

export interface Page {
    /** The tables to show: all, or as the chosen sources alone would have them. */
    readonly tables: Tables;
    /** The tables as they are published. */
    readonly published: Tables;
    /** The rows of `tables` that pass the filters. */
    readonly selection: Selection;
    readonly address: Address;
    /** What the address asks for and cannot be asked, which is in none of the filters. */
    readonly unheeded: readonly Unheeded[];
    /** Changes the address; `instead` of adding to the history takes the place of the last entry. */
    readonly go: (address: Address, how?: { instead?: boolean }) => void;
}

export const PageContext = createContext<Page | null>(null);

/** The page's state. Throws Error outside the page. */
export function usePage(): Page {
    const page = useContext(PageContext);
    if (!page) throw new Error("a part of the page is drawn outside the page");
    return page;
}

/** What leads elsewhere under the same filters: for `href`. */
export function useLinks() {
    const { address } = usePage();
    const to = (place: Place, more: Partial<Address> = {}) => writeAddress({ ...address, words: "", ...more, place });
    return {
        view: (view: ViewName, filters?: Partial<Filters>) =>
            to({ kind: "view", view }, { filters: { ...address.filters, ...filters } }),
        record: (table: TableName, id: string) => to({ kind: "record", table, id }),
    };
}

/** What changes filters and stays in the same place. */
export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
    const { address, go } = usePage();
    return [address.filters, (change) => go({ ...address, filters: { ...address.filters, ...change } })];
}
