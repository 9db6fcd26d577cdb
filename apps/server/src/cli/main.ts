import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// A command reads hundreds of sources: what was compiled once need not be again. Kept in the project's own folder, where
// nobody else writes; where it cannot be written, the command is only slower.
enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url)));

await import("./command.ts");
