import { type Instant, instantToMs } from "@soundings/clinical";

const format = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short" });

/** A moment where the person is, not where the clinic is: these are the person's own devices. */
export function moment(instant: Instant): string {
  return format.format(instantToMs(instant));
}
