// One of the three things on the first screen, with the way to the whole of it.
import type { ComponentChildren } from "preact";
import type { ViewName } from "../../state/address.ts";
import { useLinks } from "../../state/page_state.ts";

interface Props {
    readonly view: ViewName;
    readonly title: string;
    readonly lead: string;
    /** What the link to the whole is called. */
    readonly whole: string;
    readonly children: ComponentChildren;
}

export function InShort({ view, title, lead, whole, children }: Props) {
    const links = useLinks();
    return (
        <section class="in-short" aria-labelledby={`${view}-in-short`}>
            <h2 id={`${view}-in-short`}>{title}</h2>
            <p class="lead">{lead}</p>
            {children}
            <p class="whole">
                <a href={links.view(view)}>{whole}</a>
            </p>
        </section>
    );
}
