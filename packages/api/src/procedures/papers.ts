import { internalFile, internalFileInput, paper, paperInput } from "@soundings/contract";
import { makeInternalFile, paperEntry, readPaper } from "../papers/papers.ts";
import { read, router } from "../trpc.ts";

export const papersRouter = router({
  /** A paper as a page to look at and to print; the same that becomes a PDF. */
  view: read({
    action: "patient.paper",
    input: paperInput,
    output: paper,
    body: readPaper,
    audit: (input) => paperEntry(input, input.paper, "page"),
  }),
  /** A file for use inside the program, marked as an internal copy. */
  file: read({
    action: "patient.paper",
    input: internalFileInput,
    output: internalFile,
    body: makeInternalFile,
    audit: (input, { name }) => paperEntry(input, input.form, name.slice(name.lastIndexOf(".") + 1)),
  }),
});
