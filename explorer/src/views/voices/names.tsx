// How each article names the same places and actors.
import { group } from "d3-array";
import { useMemo, useState } from "preact/hooks";
import { shortName } from "../../model/articles.ts";
import { type Named, namedIn, namingsIn } from "../../model/named.ts";
import { formsOf, type Mention, type SurfaceForm } from "../../model/surface_forms.ts";
import { Download, type TableColumn } from "../../parts/data_table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { InPassage, PassageLink } from "../../parts/in_passage.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Text } from "../../parts/text.tsx";
import { useLinks, usePage } from "../../state/page_state.ts";
import type { Row } from "../../tables/table.ts";

const AT_ONCE = 25; // rows, before the reader asks for more
const COLUMNS = 12; // articles beside each other
const FORMS = 12; // names in a cell

type Counted = ReturnType<typeof namingsIn>[number];

const FILE: readonly TableColumn<Counted>[] = [
    { name: "entity_table", cell: ({ naming }) => naming.table },
    { name: "entity_id", cell: ({ naming }) => naming.id },
    { name: "source_id", cell: ({ naming }) => naming.source },
    { name: "surface", cell: ({ naming }) => naming.surface },
    { name: "count", cell: ({ count }) => count },
];

export function Names() {
    const { tables, selection } = usePage();
    const [most, setMost] = useState(AT_ONCE);
    const mask = selection.mask("mentions");
    const all = useMemo(() => namedIn(tables, mask), [tables, mask]);
    const rows = useMemo(() => namingsIn(tables, mask), [tables, mask]);
    const sources = tables.sources.rows(selection.positions("sources").slice(0, COLUMNS));
    return (
        <section class="names" id="names" aria-labelledby="names-title">
            <h2 id="names-title">
                What they call the same places and actors <span class="count">{all.length.toLocaleString("en")}</span>
            </h2>
            <p class="lead">
                The words each article uses, with how often; a name opens where it stands. What most articles name comes
                first.
            </p>
            {all.length ? (
                <>
                    <Grid all={all.slice(0, most)} sources={sources} />
                    {all.length > most && (
                        <button type="button" class="more" onClick={() => setMost(most + 4 * AT_ONCE)}>
                            Show more of {all.length.toLocaleString("en")} places and actors
                        </button>
                    )}
                    <Download name="names" columns={FILE} rows={rows} />
                </>
            ) : (
                <Empty what="name of a place or actor" />
            )}
        </section>
    );
}

function Grid({ all, sources }: { all: readonly Named[]; sources: readonly Row<"sources">[] }) {
    return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section class="table-scroll" tabIndex={0} aria-label="Names by article">
            <table class="names-grid">
                <thead>
                    <tr>
                        <th scope="col">Place or actor</th>
                        {sources.map((source) => (
                            <th key={source.source_id} scope="col">
                                <Text most={60}>{shortName(source, source.source_id)}</Text>
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {all.map((named) => (
                        <NamedRow key={`${named.table}/${named.id}`} named={named} sources={sources} />
                    ))}
                </tbody>
            </table>
        </section>
    );
}

function NamedRow({ named, sources }: { named: Named; sources: readonly Row<"sources">[] }) {
    const { tables, selection } = usePage();
    const { mentions } = tables;
    const mask = selection.mask("mentions");
    const all = mentions.where(["entity_table", "entity_id"], named.table, named.id).filter((at) => mask[at]);
    const shown = new Set(sources.map(({ source_id }) => source_id));
    const inColumns = all.filter((at) => shown.has(mentions.column("source_id")[at] as string));
    const bySource = group(formsOf(mentions.rows(inColumns)), (form) => form.source);
    return (
        <tr>
            <th scope="row">
                <RecordLink table={named.table} id={named.id} />
            </th>
            {sources.map(({ source_id }) => {
                const forms = bySource.get(source_id) ?? [];
                return (
                    <td key={source_id}>
                        {forms.slice(0, FORMS).map((form) => (
                            <Form key={form.surface} form={form} />
                        ))}
                        {forms.length > FORMS && <span class="count">and {forms.length - FORMS} more</span>}
                        {!forms.length && (
                            <span class="unknown">
                                <span aria-hidden="true">–</span>
                                <span class="hidden">not named</span>
                            </span>
                        )}
                    </td>
                );
            })}
        </tr>
    );
}

function Form({ form }: { form: SurfaceForm }) {
    const [open, setOpen] = useState(false);
    return (
        <details class="form" onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>
                <q>
                    <Text most={80}>{form.surface}</Text>
                </q>
                {form.count > 1 && <span class="count"> ×{form.count.toLocaleString("en")}</span>}
            </summary>
            {open && (
                <ul>
                    {form.mentions.slice(0, AT_ONCE).map((mention) => (
                        <li key={mention.mention_id}>
                            <Where mention={mention} />
                        </li>
                    ))}
                </ul>
            )}
        </details>
    );
}

/** Where a name stands: the passage, with what is quoted of it, and the mention itself. */
function Where({ mention }: { mention: Mention }) {
    const { tables } = usePage();
    const links = useLinks();
    const passage = tables.passages
        .rowsWhere("source_id", mention.source_id)
        .find((one) => one.char_start <= mention.char_start && mention.char_end <= one.char_end);
    return (
        <>
            {passage && (
                <>
                    <PassageLink id={passage.passage_id} />:{" "}
                    <InPassage id={passage.passage_id} start={mention.char_start} end={mention.char_end} />{" "}
                </>
            )}
            <a href={links.record("mentions", mention.mention_id)}>the mention</a>
        </>
    );
}
