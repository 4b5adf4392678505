// Searches the published tables for each line of JSON that is read, and prints what is found as a line of JSON.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { folded } from "../src/model/folded.ts";
import { search } from "../src/model/search.ts";
import { readTables } from "../src/tables/read.ts";

/** The tables lie in the folder; a line is a text. */
export async function run(folder: string): Promise<void> {
    const tables = await readTables(async (name) => {
        const { buffer, byteOffset, byteLength } = await readFile(`${folder}/${name}.parquet`);
        return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    });
    for await (const line of createInterface({ input: process.stdin })) {
        const words: string = JSON.parse(line);
        const found = search(tables, words, { shows: () => true, sources: [] });
        console.log(JSON.stringify({ folded: folded(words), found }));
    }
}
