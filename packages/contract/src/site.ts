import { z } from "zod";
import { dayOut } from "./dates.ts";

/** What every page says about where its numbers come from. */
export const siteInfo = z.object({
  /** `demo`: synthetic data, for life. */
  purpose: z.enum(["demo", "real"]),
  /** Today in the site's time zone. */
  today: dayOut,
  zone: z.string(),
  version: z.string(),
  ruleSet: z.string(),
});
export type SiteInfo = z.infer<typeof siteInfo>;
