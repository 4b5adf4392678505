// The first screen.
import { RecordLink } from "../parts/record_link.tsx";
import { ABOUT, SCHEMAS, TABLE_NAMES } from "../schema/schema.ts";
import { writeAddress } from "../state/address.ts";
import { usePage } from "../state/page_state.ts";

export function Start() {
    const { tables, address } = usePage();
    return (
        <section class="start">
            <h1 tabIndex={-1}>What the news said about Nagorno-Karabakh after the 2020 ceasefire</h1>
            <p class="lead">{ABOUT.description}</p>
            <h2>Articles</h2>
            <ul>
                {tables.sources.rows().map(({ source_id }) => (
                    <li key={source_id}>
                        <RecordLink table="sources" id={source_id} />
                    </li>
                ))}
            </ul>
            <h2>Tables</h2>
            <ul>
                {TABLE_NAMES.map((table) => (
                    <li key={table}>
                        <a href={writeAddress({ ...address, place: { kind: "record", table, id: "" } })}>
                            {SCHEMAS[table].title}
                        </a>{" "}
                        <span class="count">{tables[table].length.toLocaleString("en")}</span>
                    </li>
                ))}
            </ul>
        </section>
    );
}
