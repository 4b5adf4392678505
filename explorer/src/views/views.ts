// The views, each in its file, and the table whose rows it mainly shows.
import type { FunctionComponent } from "preact";
import type { ViewName } from "../state/address.ts";
import type { Chosen } from "../state/selection.ts";
import { Articles } from "./articles/articles.tsx";
import { Search } from "./search.tsx";
import { Start } from "./start/start.tsx";
import { Voices } from "./voices/voices.tsx";

export interface View {
    /** What the navigation calls it. */
    readonly title: string;
    readonly Component: FunctionComponent;
    /** The table of which the filters choose rows; undefined where the filter bar has no place. */
    readonly shows?: Chosen;
}

export const SHOWN: Partial<Record<ViewName, View>> = {
    start: { title: "Start", Component: Start },
    voices: { title: "Who says what", Component: Voices, shows: "events" },
    articles: { title: "Articles", Component: Articles, shows: "sources" },
    search: { title: "Search", Component: Search, shows: "events" },
};
