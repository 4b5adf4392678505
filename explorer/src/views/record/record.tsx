// The page of any record: its fields with the words behind each, and what hangs on it.
import { citation } from "../../model/citation.ts";
import { linkGroups } from "../../model/link_groups.ts";
import { formerId, recordOf } from "../../model/record.ts";
import { Copy } from "../../parts/copy.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Text } from "../../parts/text.tsx";
import { SCHEMAS, type TableName } from "../../schema/schema.ts";
import { permanentAddress } from "../../state/address.ts";
import { usePage } from "../../state/page_state.ts";
import { ClaimedFields, GivenFields } from "./fields.tsx";
import { KeyFacts } from "./key_facts.tsx";
import { Links } from "./links.tsx";
import { Named } from "./named.tsx";
import { Spoken } from "./spoken.tsx";

export function RecordPage({ table, id }: { table: TableName; id: string }) {
    const { tables } = usePage();
    const record = recordOf(tables, table, id);
    if (!record) return <Missing table={table} id={id} />;
    const within = permanentAddress(table, id);
    // The port of this machine's own server is another one tomorrow, and means nothing to anybody else.
    const address = isThisMachine(location.hostname) ? null : `${location.href.split("#")[0]}${within}`;
    return (
        <article class="record">
            <p class="kicker">
                {SCHEMAS[table].title}{" "}
                <code class="machine">
                    <Text>{`${table}/${id}`}</Text>
                </code>
            </p>
            <h1 tabIndex={-1}>
                <Text>{record.title}</Text>
            </h1>
            <KeyFacts record={record} />
            <ClaimedFields record={record} />
            <Links groups={linkGroups(tables, record.links)} />
            {(table === "actors" || table === "places") && <Named table={table} id={id} />}
            <Spoken record={record} />
            <GivenFields record={record} />
            <section class="cite" aria-labelledby="cite-title">
                <h2 id="cite-title">Link and cite</h2>
                <Copy label={address ? "Address" : "Address in this page"} text={address ?? within} />
                <Copy label="Citation" text={citation(`${table}/${id}`, record.title, address)} />
            </section>
        </article>
    );
}

function isThisMachine(host: string): boolean {
    return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}

/** Why there is no such record: renamed, removed, not told by the chosen sources, or never there. */
function Missing({ table, id }: { table: TableName; id: string }) {
    const { published } = usePage();
    const former = formerId(published, table, id);
    const elsewhere = published[table].position(id) !== undefined;
    return (
        <div class="empty">
            <h1 tabIndex={-1}>Not here</h1>
            {former?.id && (
                <p>
                    This record is now <RecordLink table={former.table} id={former.id} />.
                </p>
            )}
            {former && !former.id && <p>This record was removed in a later release.</p>}
            {elsewhere && <p>The chosen articles alone do not tell of this record.</p>}
            {!former && !elsewhere && (
                <p>
                    The table {table} holds no record with the id{" "}
                    <code>
                        <Text most={120}>{id}</Text>
                    </code>
                    .
                </p>
            )}
        </div>
    );
}
