import type { AttendanceWeek, EpisodePicture } from "@soundings/clinical";
import type { EpisodeListing, PatientPage } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";
import { LEVEL_MARKS } from "../../ui/marks/levels.ts";
import { counted } from "../../ui/numbers.ts";
import { plannedWeeks } from "../../ui/planned-weeks.ts";

/** `week 9 of 8–12 planned`, or where the day lies outside the stay. */
export function weekOfStay({ picture, summary, asOf }: PatientPage): string {
  if (picture.dischargedOn !== null && picture.dischargedOn <= asOf) {
    return `discharged ${dateWords(picture.dischargedOn, asOf)}`;
  }
  if (picture.week < 0) return `admission on ${dateWords(picture.admittedOn, asOf)}`;
  const planned = summary && plannedWeeks(summary);
  return `week ${picture.week + 1}${planned ? ` of ${planned} planned` : ""}`;
}

/** `IOP, 51 days at this level`. */
export function levelWords({ levelOfCare, daysAtLevel, dischargedOn, asOf, week }: EpisodePicture): string {
  const level = LEVEL_MARKS[levelOfCare].symbol ?? LEVEL_MARKS[levelOfCare].word;
  if (daysAtLevel !== null) return `${level}, ${counted(daysAtLevel, "day")} at this level`;
  if (dischargedOn !== null && dischargedOn <= asOf) return `${level} at discharge`;
  return week < 0 ? `${level} from admission` : `${level}, days at level: no data`;
}

/** `Jan 5, 2026 to Mar 14, 2026, completed`. */
export function stayWords({ admittedOn, dischargedOn, dischargeReason }: EpisodeListing): string {
  const until = dischargedOn ? `to ${dateWords(dischargedOn)}` : "until now";
  const reason = dischargeReason ? `, ${codeWords(dischargeReason)}` : "";
  return `${dateWords(admittedOn)} ${until}${reason}`;
}

/** `9 h`, `7.5 h`. */
function hoursWords(minutes: number): string {
  return `${(minutes / 60).toLocaleString("en-US", { maximumFractionDigits: 1 })} h`;
}

/** `3 of 4 attended`, or that nothing of the week counts. */
export function attendedWords({ attended, countable }: AttendanceWeek): string {
  return countable === 0 ? "no data: no session counts" : `${attended} of ${countable} attended`;
}

/** `7.5 h of 9 h`; a week in which nothing counts has no hours, rather than none of them. */
export function hoursOfWeek({ deliveredMinutes, requiredMinutes, countable }: AttendanceWeek): string {
  const delivered = countable === 0 ? "no data" : hoursWords(deliveredMinutes);
  return requiredMinutes === null
    ? `${delivered}, no hours set`
    : `${delivered} of ${hoursWords(requiredMinutes)}`;
}
