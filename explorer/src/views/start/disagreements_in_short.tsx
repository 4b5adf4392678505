// Where voices contradict each other, the words side by side.
import { disagreements } from "../../model/disagreements.ts";
import { usePage } from "../../state/page_state.ts";
import { Sides } from "../voices/sides.tsx";
import { InShort } from "./in_short.tsx";

const MOST = 4;

export function DisagreementsInShort() {
    const { tables } = usePage();
    const all = disagreements(tables);
    return (
        <InShort
            view="voices"
            title="What voices disagree on"
            lead={
                all.length
                    ? "Articles against each other, or voices within one. All sides are kept, with their words; the tables decide for nobody."
                    : "No voice in these articles contradicts another."
            }
            whole="Every disagreement, difference and denial, and how each article names the same places"
        >
            <div class="disagreements-in-short">
                {all.slice(0, MOST).map((one) => (
                    <Sides key={`${one.table}/${one.id}.${one.field}`} of={one} brief />
                ))}
            </div>
        </InShort>
    );
}
