// Links to records and views, which keep the filters.
import type { ComponentChildren } from "preact";
import { nameOf } from "../model/names.ts";
import { isTable } from "../schema/schema.ts";
import { useLinks, usePage } from "../state/page_state.ts";
import { Text } from "./text.tsx";

/** A link to a record, by its title unless something else stands in it; of what is no record only the name. */
export function RecordLink({ table, id, children }: { table: string; id: string; children?: ComponentChildren }) {
    const { tables, published } = usePage();
    const links = useLinks();
    const content = children ?? <Text>{nameOf(tables, table, id)}</Text>;
    if (!isTable(table) || published[table].position(id) === undefined) return <>{content}</>;
    return <a href={links.record(table, id)}>{content}</a>;
}
