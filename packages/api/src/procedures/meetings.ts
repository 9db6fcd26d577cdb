import { done, meeting, meetingInput, meetingRef, meetingsPage } from "@soundings/contract";
import { z } from "zod";
import { addMeetingOf, endMeetingOf, readMeetingsPage } from "../administration/meetings.ts";
import { change, read, router } from "../trpc.ts";

export const meetingsRouter = router({
  page: read({
    action: "meetings.view",
    input: z.void(),
    output: meetingsPage,
    body: readMeetingsPage,
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
    body: addMeetingOf,
    audit: ({ programId, startsOn, endsOn, personIds, patientIds }, { meetingId }) => ({
      event: "meeting_changed",
      detail: { did: "add", meetingId, programId, startsOn, endsOn, personIds, patientIds },
    }),
  }),
  end: change({
    action: "meetings.change",
    input: meetingRef,
    output: done,
    body: endMeetingOf,
    audit: ({ meetingId }) => ({ event: "meeting_changed", detail: { did: "end", meetingId } }),
  }),
});
