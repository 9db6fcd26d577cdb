import { done, trendsFilter, trendsPage } from "@soundings/contract";
import { noteTrendsPrinted, readTrends, trendsEntry } from "../trends/trends.ts";
import { read, router, work } from "../trpc.ts";

export const trendsRouter = router({
  page: read({
    action: "trends.view",
    input: trendsFilter,
    output: trendsPage,
    body: readTrends,
    audit: trendsEntry,
  }),
  /** The list is about to be printed, says the browser. */
  printed: work({
    action: "patient.print",
    input: trendsFilter,
    output: done,
    body: noteTrendsPrinted,
  }),
});
