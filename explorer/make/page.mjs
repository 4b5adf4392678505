// Builds the page into build/page: one document, scripts and styles, the tables, and country outlines.
import { copyFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { licences } from "./licences.mjs";
import { OUTLINES_FROM, writeOutlines } from "./outlines.mjs";
import { DATA, EXPLORER, BUILT as HERE } from "./places.mjs";
import { writeSchema } from "./schema.mjs";

const BUILT = process.argv[2] ?? HERE;
const SCRIPTS = 250_000; // bytes, compressed
const WITH_TABLES = 500_000;

await writeSchema();
await rm(BUILT, { recursive: true, force: true });
await mkdir(join(BUILT, "data"), { recursive: true });
const { metafile } = await build({
    metafile: true,
    absWorkingDir: EXPLORER,
    entryPoints: { page: "src/page.tsx", styles: "src/styles/page.css" },
    outdir: BUILT,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "warning",
});
for (const name of ["index.html", "icon.svg"]) await copyFile(join(EXPLORER, "src", name), join(BUILT, name));
await cp(DATA, join(BUILT, "data"), { recursive: true, filter: (path) => path === DATA || path.endsWith(".parquet") });
await writeOutlines(join(BUILT, "outlines.json"));
await writeFile(join(BUILT, "licences.txt"), await licences([...Object.keys(metafile.inputs), OUTLINES_FROM]));
await report();

/** Prints what the page weighs, and fails where it is too heavy. */
async function report() {
    const scripts = await compressed(BUILT, [".js"]);
    const all = (await compressed(BUILT, [".html", ".css", ".js", ".json"])) + (await plain(join(BUILT, "data")));
    const said = `scripts ${kilobytes(scripts)} compressed, all with the tables ${kilobytes(all)}`;
    if (scripts > SCRIPTS || all > WITH_TABLES) {
        throw new RangeError(`${said}: at most ${kilobytes(SCRIPTS)} and ${kilobytes(WITH_TABLES)} are allowed`);
    }
    console.log(`built ${BUILT}: ${said}`);
}

async function compressed(folder, endings) {
    const names = (await readdir(folder)).filter((name) => endings.some((ending) => name.endsWith(ending)));
    const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
    return sizes.reduce((sum, size) => sum + size, 0);
}

async function plain(folder) {
    const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
}

function kilobytes(bytes) {
    return `${(bytes / 1000).toFixed(0)} kB`;
}
