import { done, noticeRef, noticesPage } from "@soundings/contract";
import { z } from "zod";
import { markSeen, readNotices } from "../opened/notices.ts";
import { change, read, router } from "../trpc.ts";

export const noticesRouter = router({
  list: read({
    action: "opened.view",
    input: z.void(),
    output: noticesPage,
    body: readNotices,
    // Every page asks for them; an answer without a notice shows no patient and needs no entry.
    audit: (_, { notices }) =>
      notices.length === 0
        ? null
        : {
            event: "opened_viewed",
            detail: { notices: notices.length },
            listed: notices.flatMap((notice) => (notice.kind === "opened_outside" ? notice.patientId : [])),
          },
  }),
  seen: change({
    action: "opened.view",
    input: noticeRef,
    output: done,
    body: markSeen,
    audit: ({ noticeId }) => ({ event: "opened_viewed", detail: { seen: noticeId } }),
  }),
});
