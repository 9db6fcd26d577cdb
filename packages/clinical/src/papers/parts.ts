import { countAttendance } from "../attendance/attendance.ts";
import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { counted, hours, levelName, sentence, signed } from "../findings/wording.ts";
import type { AssessmentMark, EpisodePicture, MeasureLane, MedicationLane } from "../picture/types.ts";
import type { DischargeReason } from "../records/codes.ts";
import { covers, freeText, NOT_IN_THIS_DOCUMENT, type PaperScope, type PaperSource } from "./source.ts";
import type { PaperPart, PaperSection } from "./types.ts";

/** What the papers for clinicians have in common. */

type Fact = readonly [label: string, text: string];

export function linesOf(heading: string, lines: readonly string[]): PaperSection {
  return { kind: "lines", heading, lines };
}

/** The section, or that what it needs was not chosen. */
export function chosen(
  scope: PaperScope,
  needed: readonly PaperPart[],
  heading: string,
  make: () => PaperSection,
): PaperSection {
  return covers(scope, needed) ? make() : linesOf(heading, [NOT_IN_THIS_DOCUMENT]);
}

const REASONS: Readonly<Record<DischargeReason, string>> = {
  completed: "completed",
  against_advice: "left against advice",
  administrative: "administrative",
  lost_contact: "contact lost",
  transferred_up: "moved to more support",
  transferred_down: "moved to less support",
  incarcerated: "incarcerated",
  deceased: "deceased",
};

function stay({ picture }: PaperSource): string {
  const { admittedOn, dischargedOn, dischargeReason, week } = picture;
  if (dischargedOn === null) return `Admitted ${admittedOn}, week ${week + 1}`;
  const reason = dischargeReason === null ? "reason not recorded" : REASONS[dischargeReason];
  return `Admitted ${admittedOn}, discharged ${dischargedOn} (${reason})`;
}

function level({ picture: { levelOfCare, daysAtLevel, dischargedOn } }: PaperSource): string {
  const name = sentence(levelName(levelOfCare));
  if (dischargedOn !== null) return `${name} at the end of the stay`;
  return daysAtLevel === null
    ? `${name}; since when is not recorded`
    : `${name} for ${counted(daysAtLevel, "day")}`;
}

/** Who, where, since when, with whom. */
export function aboutOf(source: PaperSource, scope: PaperScope): readonly Fact[] {
  const { patient, age, programName, therapistName, prescriberName, asOf } = source;
  const identity: readonly Fact[] = scope.parts.has("identity")
    ? [
        ["Patient", `${patient.givenName} ${patient.familyName}`],
        ["Born", `${patient.birthDate} (${age} years)`],
      ]
    : [];
  const course: readonly Fact[] = scope.parts.has("course")
    ? [
        ["Program", programName],
        ["Level of care", level(source)],
        ["Stay", stay(source)],
        ["Therapist", therapistName ?? "no therapist on record"],
        ["Prescriber", prescriberName ?? "no prescriber on record"],
      ]
    : [];
  return [...identity, ["Record number", patient.patientId], ...course, ["As of", asOf]];
}

/** The scored ones that take part, oldest first. */
export function scoredMarks(lane: MeasureLane): readonly (AssessmentMark & { readonly score: number })[] {
  return lane.marks.filter(
    (mark): mark is AssessmentMark & { readonly score: number } => mark.takesPart && mark.score !== null,
  );
}

/** "PHQ-9 9 (mild) on 2026-03-02; 14 → 9 since 2026-02-02 (−5)". */
export function latestScore(lane: MeasureLane): string {
  const latest = scoredMarks(lane).at(-1);
  if (latest === undefined) return `${lane.name}: no data, none is scored in this stay`;
  const band = latest.band === null ? "" : ` (${latest.band}${latest.prorated ? ", prorated" : ""})`;
  const now = `${lane.name} ${latest.score} of ${lane.max}${band} on ${latest.on}`;
  if (lane.baseline === null) return `${now}; no baseline to compare with`;
  const { score, on } = lane.baseline;
  if (on >= latest.on) return `${now}; no later score to compare with`;
  return `${now}; ${score} → ${latest.score} since ${on} (${signed(latest.score - score)}), ${reliably(lane, latest.score - score)}`;
}

/** Higher is worse. */
export function reliably({ reliableChange }: MeasureLane, change: number): string {
  if (change <= -reliableChange) return "reliably better";
  if (change >= reliableChange) return "reliably worse";
  if (change === 0) return "no change";
  return `${change < 0 ? "lower" : "higher"}, less than a reliable change of ${reliableChange}`;
}

/** The marked sessions from a day to the day of the picture: what was attended of what counts. */
export function attendedSince(picture: EpisodePicture, from: CalendarDate) {
  const within = picture.sessions.filter(({ on }) => on >= from && on <= picture.asOf);
  const minutes = within.reduce((sum, { deliveredMinutes }) => sum + (deliveredMinutes ?? 0), 0);
  return { ...countAttendance(within.map((record) => ({ record }))), minutes };
}

function attendanceLine(picture: EpisodePicture, from: CalendarDate, span: string): string {
  const { attended, countable, minutes } = attendedSince(picture, from);
  if (countable === 0) return `${span}: no data, no session is marked`;
  return `${span}: ${attended} of ${counted(countable, "session")} attended, ${hours(minutes)}`;
}

export function attendanceLines({ picture }: PaperSource): readonly string[] {
  const unmarked = picture.sessions.filter(({ mark }) => mark === "unmarked").length;
  return [
    attendanceLine(picture, addDays(picture.asOf, -13), "Last 14 days"),
    attendanceLine(picture, picture.admittedOn, "This stay"),
    ...(unmarked === 0 ? [] : [`${counted(unmarked, "session")} not marked`]),
  ];
}

/** The last bar of a medication when it goes on. */
export function currentDose({ segments }: MedicationLane): MedicationLane["segments"][number] | null {
  const last = segments.at(-1);
  return last === undefined || last.to !== null ? null : last;
}

export function medicationLines({ picture }: PaperSource, most: number): readonly string[] {
  const current = picture.medications.flatMap((lane) => {
    const dose = currentDose(lane);
    return dose === null
      ? []
      : [`${sentence(lane.medication)}, ${dose.doseText || "dose not stated"}, since ${dose.from}`];
  });
  if (current.length === 0) return ["No current medication on record"];
  const more = current.length - most;
  return more > 0 ? [...current.slice(0, most), `and ${more} more, see the data file`] : current;
}

/** Newest first. */
export function decisionLines({ picture }: PaperSource, scope: PaperScope, most: number): readonly string[] {
  const newest = picture.decisions.toReversed();
  if (newest.length === 0) return ["No decision on record in this stay"];
  const lines = newest.slice(0, most).map(({ on, text, reason }) => {
    const why = freeText(reason, scope);
    return `${on}: ${text}${why === null ? ", no reason recorded" : `: ${why}`}`;
  });
  const more = newest.length - most;
  return more > 0 ? [...lines, `and ${more} earlier`] : lines;
}
