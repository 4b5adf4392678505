// How to cite the data set, and one record of it.
import { ABOUT } from "../schema/schema.ts";

/** The citation of a record, with its address where others can reach it. */
export function citation(record: string, title: string, address: string | null): string {
    const { contributors, title: name, version, homepage } = ABOUT;
    return `${contributors[0].title}. “${title}” (${record}), in: ${name}. Version ${version}. Data set. ${homepage}${address === null ? "" : `. ${address}`}`;
}
