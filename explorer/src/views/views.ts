// The views, each in its file, and the table whose rows it mainly shows.
import type { FunctionComponent } from "preact";
import type { ViewName } from "../state/address.ts";
import type { Chosen } from "../state/selection.ts";
import { Articles } from "./articles/articles.tsx";
import { Losses } from "./losses/losses.tsx";
import { PlacesMap } from "./map/map.tsx";
import { Search } from "./search.tsx";
import { Start } from "./start/start.tsx";
import { Terms } from "./terms/terms.tsx";
import { Timeline } from "./timeline/timeline.tsx";
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
    timeline: { title: "Timeline", Component: Timeline, shows: "events" },
    terms: { title: "Terms", Component: Terms, shows: "clauses" },
    losses: { title: "Losses", Component: Losses, shows: "casualties" },
    map: { title: "Map", Component: PlacesMap, shows: "events" },
    voices: { title: "Who says what", Component: Voices, shows: "events" },
    articles: { title: "Articles", Component: Articles, shows: "sources" },
    search: { title: "Search", Component: Search, shows: "events" },
};
