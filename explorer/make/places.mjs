// Where things lie, for all scripts of this folder.
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const EXPLORER = here("..");
export const SCHEMAS = here("../../schemas");
export const DESCRIPTOR = here("../../datapackage.json");
export const DATA = here("../../karabakh_data/data");
export const GENERATED = here("../src/schema/generated.ts");
export const BUILT = here("../../build/page");
