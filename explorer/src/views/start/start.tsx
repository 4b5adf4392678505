// The first screen: what this is, from which articles, and three things that can be seen nowhere else.
import { outletOf, provenance } from "../../model/articles.ts";
import { DateText } from "../../parts/date_text.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Text } from "../../parts/text.tsx";
import { SCHEMAS, TABLE_NAMES } from "../../schema/schema.ts";
import { writeAddress } from "../../state/address.ts";
import { usePage } from "../../state/page_state.ts";
import { DisagreementsInShort } from "./disagreements_in_short.tsx";
import { TermsInShort } from "./terms_in_short.tsx";
import { TimelineInShort } from "./timeline_in_short.tsx";

const MOST = 12; // articles

export function Start() {
    const { tables } = usePage();
    const { sources, claims } = tables;
    return (
        <section class="start">
            <h1 tabIndex={-1}>
                What {sources.length === 1 ? "one news article says" : `${inWords(sources.length)} news articles say`}{" "}
                of Nagorno-Karabakh
            </h1>
            <p class="lead">
                Taken apart into {claims.length.toLocaleString("en")} claims: each with the words that support it, who
                says so, and who says otherwise.
            </p>
            <ol class="article-cards" aria-label="The articles">
                {sources
                    .rows()
                    .slice(0, MOST)
                    .map((source) => (
                        <li key={source.source_id}>
                            <RecordLink table="sources" id={source.source_id}>
                                <Text most={60}>{outletOf(source)}</Text>
                            </RecordLink>
                            <p>
                                {source.published_edtf ? (
                                    <DateText edtf={source.published_edtf} bare />
                                ) : (
                                    "day not known"
                                )}
                                {source.published_basis === "inferred" && ", inferred"}
                            </p>
                            {source.title && (
                                <p class="headline">
                                    <Text most={120}>{source.title}</Text>
                                </p>
                            )}
                            <p class="count">
                                <Text most={120}>{provenance(source)}</Text>
                            </p>
                        </li>
                    ))}
            </ol>
            <div class="three-things">
                <TimelineInShort />
                <TermsInShort />
                <DisagreementsInShort />
            </div>
            <Everything />
        </section>
    );
}

const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

function inWords(count: number): string {
    return NUMBERS[count] ?? count.toLocaleString("en");
}

function Everything() {
    const { tables, address } = usePage();
    return (
        <section class="in-short" aria-labelledby="tables-title">
            <h2 id="tables-title">Every table</h2>
            <ul class="table-list">
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
