import { sentenceOf } from "@soundings/api";
import { createProgram } from "./program.ts";

process.on("uncaughtException", (error) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
});

await createProgram().parseAsync();
