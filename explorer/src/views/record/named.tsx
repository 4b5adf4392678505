// How the articles name an actor or a place.
import { group } from "d3-array";
import { surfaceForms } from "../../model/surface_forms.ts";
import { RecordLink } from "../../parts/record_link.tsx";
import { Text } from "../../parts/text.tsx";
import { usePage } from "../../state/page_state.ts";

export function Named({ table, id }: { table: "actors" | "places"; id: string }) {
    const { tables } = usePage();
    const bySource = group(surfaceForms(tables, table, id), (form) => form.source);
    if (!bySource.size) return null;
    return (
        <section class="named" aria-labelledby="named-title">
            <h2 id="named-title">How each article calls it</h2>
            <dl>
                {[...bySource].map(([source, forms]) => (
                    <div key={source}>
                        <dt>
                            <RecordLink table="sources" id={source} />
                        </dt>
                        <dd>
                            {forms.map(({ surface, count }) => (
                                <span key={surface} class="surface">
                                    <q>
                                        <Text>{surface}</Text>
                                    </q>
                                    {count > 1 && ` ×${count}`}
                                </span>
                            ))}
                        </dd>
                    </div>
                ))}
            </dl>
        </section>
    );
}
