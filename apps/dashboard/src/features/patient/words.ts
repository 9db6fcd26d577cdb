import type { EpisodeListing, PatientPage } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";
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

/** `Jan 5, 2026 to Mar 14, 2026, completed`. */
export function stayWords({ admittedOn, dischargedOn, dischargeReason }: EpisodeListing): string {
  const until = dischargedOn ? `to ${dateWords(dischargedOn)}` : "until now";
  const reason = dischargeReason ? `, ${codeWords(dischargeReason)}` : "";
  return `${dateWords(admittedOn)} ${until}${reason}`;
}

/** `9 h`, `7.5 h`. */
export function hoursWords(minutes: number): string {
  return `${(minutes / 60).toLocaleString("en-US", { maximumFractionDigits: 1 })} h`;
}
