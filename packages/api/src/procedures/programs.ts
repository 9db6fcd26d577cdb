import { addProgramInput, programSettings, programsPage, saveProgramInput } from "@soundings/contract";
import { z } from "zod";
import { addProgramOf, readProgramsPage, saveProgramOf } from "../administration/programs.ts";
import { change, read, router } from "../trpc.ts";

export const programsRouter = router({
  page: read({
    action: "programs.view",
    input: z.void(),
    output: programsPage,
    body: readProgramsPage,
    audit: (_, { programs }) => ({
      event: "settings_viewed",
      detail: { what: "programs", count: programs.length },
    }),
  }),
  add: change({
    action: "programs.add",
    input: addProgramInput,
    output: programSettings,
    body: addProgramOf,
    audit: ({ programId }) => ({ event: "program_changed", detail: { did: "add", programId } }),
  }),
  save: change({
    action: "programs.change",
    input: saveProgramInput,
    output: programSettings,
    body: saveProgramOf,
    audit: ({ programId }, { revision }) => ({
      event: "program_changed",
      detail: { did: "save", programId, revision },
    }),
  }),
});
