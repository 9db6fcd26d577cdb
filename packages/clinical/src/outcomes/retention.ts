import { daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { type Followed, kaplanMeier, medianOf, survivalAt } from "../statistics/kaplan-meier.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import type { RetentionJson } from "./json.ts";
import { hasLeft } from "./measures.ts";
import type { RetentionPart } from "./sets.ts";

/** The days of stay at which the curve is read out. */
export const RETENTION_DAYS = [30, 60, 90] as const;

/** How the curve reads one stay: left, ended otherwise, ended without a known reason, or still going on. */
export function retentionPart(facts: EpisodeFacts): Exclude<RetentionPart, "all"> {
  if (facts.dischargedOn === null) return "active";
  if (facts.dischargeReason === null) return "reason-unknown";
  return hasLeft(facts) ? "event" : "planned-or-other";
}

function followed(facts: EpisodeFacts, asOf: CalendarDate): Followed {
  const day = daysBetween(facts.admittedOn, facts.dischargedOn ?? asOf);
  return { day, event: retentionPart(facts) === "event" };
}

/** How long those admitted stayed in treatment or until an end as planned; those active are followed to `asOf`. */
export function retentionOf(admitted: readonly EpisodeFacts[], asOf: CalendarDate): RetentionJson {
  const curve = kaplanMeier(admitted.map((facts) => followed(facts, asOf)));
  const parts = admitted.map(retentionPart);
  return {
    n: admitted.length,
    events: parts.filter((part) => part === "event").length,
    reason_unknown: parts.filter((part) => part === "reason-unknown").length,
    at: RETENTION_DAYS.map((day) => survivalAt(curve, admitted.length, day)),
    median: medianOf(curve),
    curve,
  };
}
