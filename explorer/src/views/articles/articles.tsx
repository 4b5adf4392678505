// Each article as an outline of its passages: what is coded, dismissed and quoted, to scale.
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { outletOf, provenance, shortName } from "../../model/articles.ts";
import { type OutlinePassage, outline, quotedLength } from "../../model/outline.ts";
import type { TableColumn } from "../../parts/data_table.tsx";
import { DateText } from "../../parts/date_text.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Figure } from "../../parts/figure.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Term } from "../../parts/term.tsx";
import { Text } from "../../parts/text.tsx";
import { useLinks, usePage } from "../../state/page_state.ts";
import type { Row } from "../../tables/table.ts";
import { Bar, BarLegend } from "./bar.tsx";
import { Passages } from "./passages.tsx";

const AT_ONCE = 10; // articles

interface Article {
    readonly source: Row<"sources">;
    readonly passages: readonly OutlinePassage[];
}

export function Articles() {
    const { tables, selection } = usePage();
    const [most, setMost] = useState(AT_ONCE);
    const sources = selection.positions("sources");
    const articles = useMemo(
        () =>
            tables.sources
                .rows(sources.slice(0, most))
                .map((source) => ({ source, passages: outline(tables, source.source_id) })),
        [tables, selection, most],
    );
    return (
        <section class="articles">
            <p class="kicker">Articles</p>
            <h1 tabIndex={-1}>{finding(articles)}</h1>
            <p class="lead">
                Each article from its first letter to its last. Every stretch was either coded or dismissed for a reason
                that is given. The texts belong to their publishers: only short quotations are shown, in their places.
            </p>
            {sources.length ? <Overview articles={articles} /> : <Empty what="article" />}
            {articles.map((article) => (
                <Outline key={article.source.source_id} article={article} />
            ))}
            {sources.length > most && (
                <button type="button" class="more" onClick={() => setMost(most + AT_ONCE)}>
                    Show more of {sources.length.toLocaleString("en")} articles
                </button>
            )}
        </section>
    );
}

const COLUMNS: readonly TableColumn<OutlinePassage>[] = [
    { name: "source_id", cell: ({ passage }) => passage.source_id },
    { name: "passage_id", cell: ({ passage }) => passage.passage_id },
    { name: "role", cell: ({ passage }) => passage.role },
    { name: "disposition", cell: ({ passage }) => passage.disposition },
    { name: "reason", cell: ({ passage }) => passage.reason },
    { name: "char_start", cell: ({ passage }) => passage.char_start, numeric: true },
    { name: "char_end", cell: ({ passage }) => passage.char_end, numeric: true },
    { name: "quoted", cell: (one) => quotedLength([one]), numeric: true },
    { name: "claims", cell: ({ claims }) => claims.length, numeric: true },
];

function Overview({ articles }: { articles: readonly Article[] }) {
    const links = useLinks();
    const longest = Math.max(...articles.map(({ source }) => source.char_count), 1);
    return (
        <Figure
            name="articles"
            title="From the first letter to the last"
            lead="One bar is one article; its length is that of the text, to one scale for all. The name shows that article alone."
            columns={COLUMNS}
            rows={articles.flatMap(({ passages }) => passages)}
        >
            <BarLegend />
            {articles.map(({ source, passages }) => (
                <div key={source.source_id} class="bar-row">
                    <p>
                        <a href={links.view("articles", { source: [source.source_id] })}>
                            <Text most={80}>{shortName(source, source.source_id)}</Text>
                        </a>{" "}
                        <span class="count">{share(source, passages)}</span>
                    </p>
                    <Bar source={source} passages={passages} longest={longest} />
                </div>
            ))}
        </Figure>
    );
}

/** What was done with all that is shown, in a sentence. */
function finding(articles: readonly Article[]): string {
    const all = articles.flatMap(({ passages }) => passages);
    if (!all.length) return "No passage is shown";
    const coded = all.filter(({ passage }) => passage.disposition === "coded").length;
    const dismissed = (all.length - coded).toLocaleString("en");
    return `${coded.toLocaleString("en")} of ${all.length.toLocaleString("en")} passages are coded, ${dismissed} dismissed for a reason`;
}

/** How much of an article is quoted and coded, in words. */
function share({ char_count }: Row<"sources">, passages: readonly OutlinePassage[]): string {
    const coded = passages.filter(({ passage }) => passage.disposition === "coded").length;
    const percent = Math.round((100 * quotedLength(passages)) / Math.max(char_count, 1));
    return (
        `${char_count.toLocaleString("en")} characters, ${percent} % of them quoted; ` +
        `${coded} of ${passages.length.toLocaleString("en")} passages coded`
    );
}

function Outline({ article: { source, passages } }: { article: Article }) {
    const { source_id, title, published_edtf, published_basis, framing } = source;
    return (
        <section class="outline" aria-labelledby={`outline-${source_id}`}>
            <h2 id={`outline-${source_id}`}>
                <RecordLink table="sources" id={source_id}>
                    <Text>{shortName(source, source_id)}</Text>
                </RecordLink>
            </h2>
            <dl class="about-article">
                <Fact name="Title">{title ? <Text>{title}</Text> : "The capture has none."}</Fact>
                <Fact name="Outlet">
                    <Text>{`${outletOf(source)}, ${provenance(source)}`}</Text>
                </Fact>
                <Fact name="Day">
                    <Day edtf={published_edtf} basis={published_basis} source={source_id} />
                </Fact>
                {framing && (
                    <Fact name="How it speaks">
                        <Text most={1200}>{framing}</Text>
                    </Fact>
                )}
            </dl>
            <Passages passages={passages} name={shortName(source, source_id)} />
        </section>
    );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
    return (
        <div>
            <dt>{name}</dt>
            <dd>{children}</dd>
        </div>
    );
}

/** The day with how it is known: printed, or inferred by the steps of the claim's note. */
function Day({
    edtf,
    basis,
    source,
}: {
    edtf: string | null;
    basis: Row<"sources">["published_basis"];
    source: string;
}) {
    const { tables } = usePage();
    const claims = tables.claims
        .rowsWhere(["record_table", "record_id"], "sources", source)
        .filter(({ field }) => field === "published_edtf");
    return (
        <>
            {edtf ? <DateText edtf={edtf} /> : "not known"}
            {basis && ", "}
            {basis && <Term vocabulary="published_basis" term={basis} />}
            {claims.map(({ claim_id, quote, note }) => (
                <span key={claim_id}>
                    {" "}
                    from{" "}
                    <RecordLink table="claims" id={claim_id}>
                        <q>
                            <Text most={160}>{quote}</Text>
                        </q>
                    </RecordLink>
                    {note && ": "}
                    {note && <Text>{note}</Text>}
                </span>
            ))}
        </>
    );
}
