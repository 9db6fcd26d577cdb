import {
  lookersInput,
  lookersPage,
  openedOutsidePage,
  openOutsideInput,
  openOutsideResult,
} from "@soundings/contract";
import { z } from "zod";
import { readLookers } from "../audit/lookers.ts";
import { readOpened } from "../opened/list.ts";
import { openOutside } from "../opened/open.ts";
import { read, router, work } from "../trpc.ts";

export const patientAccessRouter = router({
  openOutside: work({
    action: "patient.open_outside",
    input: openOutsideInput,
    output: openOutsideResult,
    body: openOutside,
  }),
  lookers: read({
    action: "patient.lookers",
    input: lookersInput,
    output: lookersPage,
    body: readLookers,
    audit: ({ patientId }, { entries }) => ({
      event: "lookers_viewed",
      patientId,
      detail: { entries: entries.length },
    }),
  }),
});

export const openedRouter = router({
  list: read({
    action: "opened.view",
    input: z.void(),
    output: openedOutsidePage,
    body: readOpened,
    audit: (_, { openings }) => ({
      event: "opened_viewed",
      detail: { openings: openings.length },
      listed: openings.map(({ patientId }) => patientId),
    }),
  }),
});
