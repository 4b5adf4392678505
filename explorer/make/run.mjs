// Runs a TypeScript module of this folder in node: `node make/run.mjs tests/resolve_subsets.ts ARGUMENT ...`
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { EXPLORER } from "./places.mjs";
import { writeSchema } from "./schema.mjs";

const [module, ...given] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "explorer-"));
try {
    await writeSchema();
    const bundle = join(folder, "run.mjs");
    const common = { bundle: true, format: "esm", platform: "node", target: "node20", jsx: "automatic" };
    await build({ ...common, entryPoints: [resolve(EXPLORER, module)], outfile: bundle, jsxImportSource: "preact" });
    const { run } = await import(pathToFileURL(bundle).href);
    await run(...given);
} finally {
    await rm(folder, { recursive: true });
}
