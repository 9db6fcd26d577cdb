import { z } from "zod";
import { dayOut } from "./dates.ts";

/**
 * What the stream at `/events` sends. Every message carries the number of the last change as its id, so that a page that
 * was cut off resumes where it was (Last-Event-ID).
 */
export const serverEvent = z.discriminatedUnion("type", [
  /** First message of every connection. A page that was loaded on another day or by another version reloads. */
  z.object({ type: z.literal("hello"), today: dayOut, version: z.string(), change: z.int() }),
  /** Records were written, by this or another process. `patientIds` holds only patients whom the
   * person may see, and is null when too many are touched to list. */
  z.object({
    type: z.literal("changed"),
    change: z.int(),
    patientIds: z.array(z.string()).readonly().nullable(),
    /** An import ended: lists of imports differ. */
    imported: z.literal(true).optional(),
  }),
  /** The site's day has changed and the findings are those of the new day. */
  z.object({ type: z.literal("day"), today: dayOut }),
  /** The sign-in of this page has ended, by whatever cause; the stream closes after it. */
  z.object({ type: z.literal("signed_out") }),
  /** There is something new among the person's notices. */
  z.object({ type: z.literal("notice") }),
]);
export type ServerEvent = z.infer<typeof serverEvent>;
