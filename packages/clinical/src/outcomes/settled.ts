import { addDays } from "../calendar/civil.ts";
import type { CalendarDate, Instant } from "../calendar/types.ts";
import { dateOf } from "../calendar/zone.ts";
import type { Chart, Site } from "../records/types.ts";

/**
 * How long after the last date of a chart nothing is read otherwise any more, in days: more than the reach of any window of
 * `outcomes` and of its checks of data quality.
 */
const QUIET_DAYS = 31;

function isQuiet(dates: readonly (CalendarDate | null)[], last: CalendarDate): boolean {
  return dates.every((date) => date === null || date <= last);
}

function areQuiet(instants: readonly (Instant | null)[], site: Site, last: CalendarDate): boolean {
  return instants.every((instant) => instant === null || dateOf(instant, site.zone) <= last);
}

/**
 * Whether no later day reads the outcomes of this chart otherwise, unless a record changes: every stay has ended, and every
 * date in the chart and every day on which something was recorded lies more than 30 days back. When in doubt, false.
 */
export function isSettled(chart: Chart, site: Site, asOf: CalendarDate): boolean {
  const last = addDays(asOf, -QUIET_DAYS);
  const { episodes, placements, assessments, sessions, screens, medicationChanges, events, decisions } =
    chart;
  return (
    episodes.every(
      (stay) => stay.dischargedOn !== null && isQuiet([stay.admittedOn, stay.dischargedOn], last),
    ) &&
    placements.every(({ startedOn, endedOn }) => isQuiet([startedOn, endedOn], last)) &&
    assessments.every(
      (one) => isQuiet([one.administeredOn], last) && areQuiet([one.recordedAt], site, last),
    ) &&
    sessions.every((one) => areQuiet([one.scheduledStart, one.recordedAt], site, last)) &&
    screens.every(
      (one) =>
        isQuiet([one.scheduledOn], last) &&
        areQuiet([one.collectedAt, ...one.results.map(({ recordedAt }) => recordedAt)], site, last),
    ) &&
    medicationChanges.every((one) => isQuiet([one.changedOn], last)) &&
    events.every((one) => isQuiet([one.occurredOn], last) && areQuiet([one.recordedAt], site, last)) &&
    decisions.every((one) => isQuiet([one.decidedOn], last) && areQuiet([one.recordedAt], site, last))
  );
}
