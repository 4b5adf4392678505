// What the words find, by kind of record, the closest first.
import { groups } from "d3-array";
import { useState } from "preact/hooks";
import { folded, wordsOf } from "../model/folded.ts";
import type { Hit } from "../model/search.ts";
import { Download, type TableColumn } from "../parts/data_table.tsx";
import { alongHits } from "../parts/search_field.tsx";
import { clipped, Text } from "../parts/text.tsx";
import { SCHEMAS, type TableName } from "../schema/schema.ts";
import { asked, NO_FILTERS } from "../state/filters.ts";
import { useCount, useFound } from "../state/found.ts";
import { useFilters, useLinks, usePage } from "../state/page_state.ts";

const AT_ONCE = 8; // records of a kind, before the reader asks for more
const MORE = 100;

const COLUMNS: readonly TableColumn<Hit>[] = [
    { name: "table", cell: (hit) => hit.table },
    { name: "id", cell: (hit) => hit.id },
    { name: "title", cell: (hit) => hit.title },
    { name: "found_in", cell: (hit) => hit.foundIn },
    { name: "words", cell: (hit) => hit.words },
];

export function Search() {
    const { words } = usePage().address;
    const [found, count] = [useFound(), useCount()];
    const wanted = folded(words);
    const kinds = groups(
        found,
        (hit) => hit.table,
        (hit) => hit.id,
    );
    return (
        <section class="search">
            <h1 tabIndex={-1}>
                Search{wanted && ": "}
                {wanted && <Text most={80}>{words}</Text>}
            </h1>
            <p class="lead">{wanted ? count : "Titles, names in the articles and quotations are searched."}</p>
            {wanted && !found.length && <Nothing />}
            {!wanted && <HowTo />}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows go along the links, which are the controls */}
            <div id="found" onKeyDown={alongHits}>
                {kinds.map(([table, records]) => (
                    <Kind key={`${table} ${wanted}`} table={table} records={records} wanted={wanted} />
                ))}
            </div>
            {found.length > 0 && <Download name="search" columns={COLUMNS} rows={found} />}
        </section>
    );
}

/** Records of one kind, each with the texts in which the words are found. */
interface KindProps {
    readonly table: TableName;
    readonly records: readonly (readonly [string, readonly Hit[]])[];
    readonly wanted: string;
}

function Kind({ table, records, wanted }: KindProps) {
    const [most, setMost] = useState(AT_ONCE);
    const { title } = SCHEMAS[table];
    return (
        <section class="kind" aria-labelledby={`found-${table}`}>
            <h2 id={`found-${table}`}>
                {title} <span class="count">{records.length.toLocaleString("en")}</span>
            </h2>
            <ol>
                {records.slice(0, most).map(([id, hits]) => (
                    <Found key={id} hits={hits} wanted={wanted} />
                ))}
            </ol>
            {records.length > most && (
                <button type="button" class="more" onClick={() => setMost(most < MORE ? MORE : most + MORE)}>
                    Show more of {records.length.toLocaleString("en")}
                    <span class="hidden"> {title.toLowerCase()}</span>
                </button>
            )}
        </section>
    );
}

function Found({ hits, wanted }: { hits: readonly Hit[]; wanted: string }) {
    const links = useLinks();
    const [hit] = hits as readonly [Hit];
    const titled = hits.some(({ foundIn }) => foundIn === "title");
    return (
        <li>
            <a class="hit" href={links.record(hit.table, hit.id)}>
                {titled ? <Marked text={hit.title} wanted={wanted} /> : <Text most={160}>{hit.title}</Text>}
            </a>
            {hits.map(
                ({ foundIn, words }) =>
                    foundIn !== "title" && (
                        <span key={foundIn} class="found-in">
                            {foundIn === "quotation" ? "in the words " : "named "}
                            <q>
                                <Marked text={words} wanted={wanted} />
                            </q>
                        </span>
                    ),
            )}
        </li>
    );
}

/** The text, with what was asked for marked. */
function Marked({ text, wanted }: { text: string; wanted: string }) {
    const begun = wanted.split(" ");
    return (
        <bdi>
            {wordsOf(clipped(text, 200)).map((word, at) =>
                word.folded && begun.some((one) => word.folded.split(" ").some((part) => part.startsWith(one))) ? (
                    <mark key={at}>{word.text}</mark>
                ) : (
                    word.text
                ),
            )}
        </bdi>
    );
}

function Nothing() {
    const [filters, change] = useFilters();
    const names = asked(filters);
    return (
        <div class="empty">
            <p>
                No title, name or quotation holds all of these words, or words that begin so
                {names.length > 0 && ` and passes the filters by ${names.join(", ")}`}.
            </p>
            {names.length > 0 && (
                <button type="button" onClick={() => change(NO_FILTERS)}>
                    Search without filters
                </button>
            )}
        </div>
    );
}

function HowTo() {
    return (
        <ul class="how-to">
            <li>
                <kbd>/</kbd> leads to the field from everywhere, <kbd>↓</kbd> and <kbd>↑</kbd> go along what is found,{" "}
                <kbd>Enter</kbd> opens it.
            </li>
            <li>Capitals and marks do not count: “Lacin” finds “Laçın”. The beginning of a word will do.</li>
        </ul>
    );
}
