// What stands around every view: the name, the navigation, the filters, the foot.

import { FilterBar } from "../parts/filter_bar.tsx";
import { Guarded } from "../parts/guarded.tsx";
import { SearchField } from "../parts/search_field.tsx";
import { Text } from "../parts/text.tsx";
import { UnheededList } from "../parts/unheeded_list.tsx";
import { ABOUT } from "../schema/schema.ts";
import { VIEWS } from "../state/address.ts";
import { asked } from "../state/filters.ts";
import { useLinks, usePage } from "../state/page_state.ts";
import { RecordList } from "./record/list.tsx";
import { RecordPage } from "./record/record.tsx";
import { SHOWN } from "./views.ts";

export function Frame() {
    const { address, selection } = usePage();
    const { place, filters } = address;
    // A view of all there is knows no filter but that of articles which are looked at alone.
    const some = asked(filters);
    const notAlone = some.filter((name) => name !== "source");
    const view = place.kind === "view" ? SHOWN[place.view] : undefined;
    return (
        <>
            <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
                Skip to the content
            </button>
            <header class="page-head">
                <Navigation />
                <SearchField />
            </header>
            {view?.shows && <FilterBar ignored={selection.without(view.shows)} />}
            {view && !view.shows && some.length > 0 && <FilterBar ignored={filters.alone ? notAlone : some} />}
            <UnheededList />
            <main id="main" tabIndex={-1}>
                <Guarded>
                    {place.kind === "record" && place.id && <RecordPage table={place.table} id={place.id} />}
                    {place.kind === "record" && !place.id && <RecordList table={place.table} />}
                    {view && <view.Component />}
                    {!view && place.kind !== "record" && <Nowhere />}
                </Guarded>
            </main>
            <footer class="page-foot">
                <p>
                    {ABOUT.title}. Version {ABOUT.version}. {ABOUT.description}
                </p>
                <p>
                    Home: <Text>{ABOUT.homepage}</Text>. Report a wrong cell: <Text>{ABOUT.bugs}</Text>.{" "}
                    <a href="licences.txt">Licences of what the page is made with</a>.
                </p>
            </footer>
        </>
    );
}

function Navigation() {
    const { address } = usePage();
    const links = useLinks();
    const here = address.place.kind === "view" ? address.place.view : undefined;
    return (
        <nav aria-label="Views">
            <a class="name" href={links.view("start")}>
                karabakh-data
            </a>
            <ul>
                {VIEWS.map((name) => {
                    const title = SHOWN[name]?.title;
                    return (
                        title && (
                            <li key={name}>
                                <a href={links.view(name)} aria-current={here === name ? "page" : undefined}>
                                    {title}
                                </a>
                            </li>
                        )
                    );
                })}
            </ul>
        </nav>
    );
}

function Nowhere() {
    const { address } = usePage();
    const links = useLinks();
    return (
        <div class="empty">
            <h1 tabIndex={-1}>Nothing is at this address</h1>
            {address.place.kind === "nowhere" && (
                <p>
                    There is no view and no table called{" "}
                    <code>
                        <Text most={120}>{address.place.path}</Text>
                    </code>
                    .
                </p>
            )}
            <p>
                <a href={links.view("start")}>Start</a>
            </p>
        </div>
    );
}
