// Writes src/schema/generated.ts: types and columns of all tables from ../schemas, and what the package is called.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DESCRIPTOR, GENERATED, SCHEMAS } from "./places.mjs";

const TYPES = { string: "string", integer: "number", number: "number", boolean: "boolean", date: "Day" };

export async function writeSchema() {
    const descriptor = JSON.parse(await readFile(DESCRIPTOR, "utf8"));
    const schemas = [];
    for (const { name } of descriptor.resources) {
        schemas.push(JSON.parse(await readFile(join(SCHEMAS, `${name}.json`), "utf8")));
    }
    await writeFile(GENERATED, source(descriptor, schemas));
}

function source(descriptor, schemas) {
    const about = Object.fromEntries(
        ["title", "description", "version", "homepage", "bugs", "contributors"].map((name) => [name, descriptor[name]]),
    );
    const tables = Object.fromEntries(schemas.map((schema) => [schema.name, table(schema)]));
    return `// Written by make/schema.mjs from schemas/ and datapackage.json; not by hand, and not committed.
/** Days since 1 January 1970. */
export type Day = number;

/** The terms of each vocabulary that a column takes its values from. */
export interface Terms {
${terms(schemas)}
}

/** The row of each table. */
export interface Rows {
${schemas.map((schema) => `    readonly ${schema.name}: {\n${schema.fields.map(member).join("\n")}\n    };`).join("\n")}
}

export const ABOUT = ${JSON.stringify(about, null, 4)} as const;

export const SCHEMA_OF_TABLES = ${JSON.stringify(tables, null, 4)};
`;
}

function terms(schemas) {
    const found = new Map();
    for (const { vocabulary, constraints } of schemas.flatMap((schema) => schema.fields)) {
        if (vocabulary) found.set(vocabulary, constraints.enum.map((term) => JSON.stringify(term)).join(" | "));
    }
    return [...found]
        .sort()
        .map(([name, union]) => `    readonly ${name}: ${union};`)
        .join("\n");
}

function member({ name, type, vocabulary, constraints }) {
    if (!(type in TYPES)) throw new TypeError(`${name} has the type ${type}, which the page does not know`);
    const base = vocabulary ? `Terms["${vocabulary}"]` : TYPES[type];
    return `        readonly ${name}: ${base}${constraints?.required ? "" : " | null"};`;
}

function table({ name, title, description, fields, primaryKey, foreignKeys = [] }) {
    // A table that refers to itself is written as "" in a Table Schema.
    const references = Object.fromEntries(foreignKeys.map((key) => [key.fields[0], key.reference.resource || name]));
    const columns = fields.map(
        ({ name, type, origin, resolution, vocabulary, recordOf, unit, rdfType, constraints, ...rest }) => ({
            name,
            type,
            origin,
            description: rest.description,
            ...(constraints?.required && { required: true }),
            ...(unit && { unit }),
            ...(vocabulary && { vocabulary }),
            ...(resolution && { resolution }),
            ...(recordOf && { recordOf }),
            ...(rdfType?.endsWith("/EDTF") && { edtf: true }),
        }),
    );
    const named = columns.map((column) => ({
        ...column,
        ...(column.name in references && { references: references[column.name] }),
    }));
    return { title, description, key: primaryKey, columns: named };
}
