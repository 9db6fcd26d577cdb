import { done, meeting, meetingInput, meetingRef, meetingsPage } from "@soundings/contract";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { change, read, router } from "../trpc.ts";

const missing = () => {
  throw new AppError("no_such_entry");
};

export const meetingsRouter = router({
  page: read({
    action: "meetings.view",
    input: z.void(),
    output: meetingsPage,
    body: missing,
    audit: (_, { meetings }) => ({
      event: "settings_viewed",
      detail: { what: "meetings", count: meetings.length },
      listed: meetings.flatMap(({ patientIds }) => patientIds ?? []),
    }),
  }),
  add: change({
    action: "meetings.change",
    input: meetingInput,
    output: meeting,
    body: missing,
    audit: ({ programId, startsOn, endsOn, personIds, patientIds }, { meetingId }) => ({
      event: "meeting_changed",
      detail: { did: "add", meetingId, programId, startsOn, endsOn, personIds, patientIds },
    }),
  }),
  end: change({
    action: "meetings.change",
    input: meetingRef,
    output: done,
    body: missing,
    audit: ({ meetingId }) => ({ event: "meeting_changed", detail: { did: "end", meetingId } }),
  }),
});
