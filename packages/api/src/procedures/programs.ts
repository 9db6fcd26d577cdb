import { addProgramInput, programSettings, programsPage, saveProgramInput } from "@soundings/contract";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { change, read, router } from "../trpc.ts";

const missing = () => {
  throw new AppError("no_such_entry");
};

export const programsRouter = router({
  page: read({
    action: "programs.view",
    input: z.void(),
    output: programsPage,
    body: missing,
    audit: (_, { programs }) => ({
      event: "settings_viewed",
      detail: { what: "programs", count: programs.length },
    }),
  }),
  add: change({
    action: "programs.add",
    input: addProgramInput,
    output: programSettings,
    body: missing,
    audit: ({ programId }) => ({ event: "program_changed", detail: { did: "add", programId } }),
  }),
  save: change({
    action: "programs.change",
    input: saveProgramInput,
    output: programSettings,
    body: missing,
    audit: ({ programId }, { revision }) => ({
      event: "program_changed",
      detail: { did: "save", programId, revision },
    }),
  }),
});
