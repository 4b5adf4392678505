// The licences of the packages of which something is in the page: most ask to be named in every copy.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { EXPLORER } from "./places.mjs";

/** The text of the file, given the files that the page is made of, relative to this folder. */
export async function licences(inputs) {
    const packages = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
    const texts = [...new Set(packages)].filter(Boolean).sort().map(licence);
    return (await Promise.all(texts)).join("\n\n");
}

async function licence(name) {
    const folder = join(EXPLORER, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
    if (!file) throw new Error(`the package ${name} comes without the text of its licence`);
    return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
}
