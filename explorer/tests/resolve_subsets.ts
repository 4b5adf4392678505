// Resolves tables again from the claims of some of their sources, for tests/explorer/test_resolution.py.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ResolutionFailure } from "../src/resolve/records.ts";
import { subset } from "../src/resolve/subset.ts";
import { TABLE_NAMES } from "../src/schema/schema.ts";
import { readTables } from "../src/tables/read.ts";

/** For each line of standard input, {"folder", "sources"} in JSON, prints the rows of all tables, or the failures. */
export async function run(): Promise<void> {
    for await (const line of createInterface({ input: process.stdin })) {
        const { folder, sources } = JSON.parse(line) as { folder: string; sources: string[] };
        console.log(JSON.stringify(await resolved(folder, sources)));
    }
}

async function resolved(folder: string, sources: readonly string[]) {
    const tables = await readTables(async (table) => {
        const { buffer, byteOffset, byteLength } = await readFile(join(folder, `${table}.parquet`));
        return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    });
    try {
        const found = subset(tables, sources);
        return { tables: Object.fromEntries(TABLE_NAMES.map((name) => [name, found[name].rows()])) };
    } catch (error) {
        if (error instanceof ResolutionFailure) return { failures: error.message.split("\n") };
        throw error;
    }
}
