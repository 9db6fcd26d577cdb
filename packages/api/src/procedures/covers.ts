import { cover, coverInput, coverRef, coversPage, done } from "@soundings/contract";
import { z } from "zod";
import { addCoverOf, endCoverOf, readCoversPage } from "../administration/covers.ts";
import { change, read, router } from "../trpc.ts";

export const coversRouter = router({
  page: read({
    action: "covers.view",
    input: z.void(),
    output: coversPage,
    body: readCoversPage,
    audit: (_, { covers }) => ({
      event: "settings_viewed",
      detail: { what: "covers", count: covers.length },
    }),
  }),
  add: change({
    action: "covers.change",
    input: coverInput,
    output: cover,
    body: addCoverOf,
    audit: ({ awayStaffId, coveringPersonId, programId, startsOn, endsOn }, { coverId }) => ({
      event: "cover_changed",
      detail: { did: "add", coverId, awayStaffId, coveringPersonId, programId, startsOn, endsOn },
    }),
  }),
  end: change({
    action: "covers.change",
    input: coverRef,
    output: done,
    body: endCoverOf,
    audit: ({ coverId }) => ({ event: "cover_changed", detail: { did: "end", coverId } }),
  }),
});
