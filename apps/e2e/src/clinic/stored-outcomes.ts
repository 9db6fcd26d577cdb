import { addDays, type CalendarDate, daysBetween } from "@soundings/clinical";
import type { Clinic } from "./server.ts";
import { ask, civil, day, storedAssessment } from "./stored.ts";

/** Who was discharged from one program in a period, as the file holds it on a day. */
export interface StoredQuestion {
  readonly program: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly asOf: CalendarDate;
}

interface Stay {
  readonly id: string;
  readonly patientId: string;
  readonly program: string;
  readonly admittedOn: CalendarDate;
  /** Null when no discharge is known on the day. */
  readonly dischargedOn: CalendarDate | null;
  readonly reason: string | null;
}

interface Score {
  readonly on: CalendarDate;
  readonly score: number;
}

const LEFT = ["against_advice", "lost_contact"];
const COMPLETED = ["completed", "transferred_down"];
const CAME = ["attended", "late", "left_early"];
const COUNTABLE = [...CAME, "no_show", "cancelled_patient"];

function isKnown(recordedAt: unknown, asOf: CalendarDate): boolean {
  return typeof recordedAt !== "string" || civil(recordedAt) <= asOf;
}

function staysOf(clinic: Clinic, { program, asOf }: StoredQuestion): Stay[] {
  const rows = ask(
    clinic,
    `SELECT * FROM episodes WHERE admitted_on <= ?
     AND patient_id IN (SELECT patient_id FROM episodes WHERE program_id = ?)`,
    asOf,
    program,
  );
  return rows.map((row) => {
    const isOver = typeof row.discharged_on === "string" && row.discharged_on <= asOf;
    return {
      id: String(row.episode_id),
      patientId: String(row.patient_id),
      program: String(row.program_id),
      admittedOn: day(row.admitted_on),
      dischargedOn: isOver ? day(row.discharged_on) : null,
      reason: isOver && typeof row.discharge_reason === "string" ? row.discharge_reason : null,
    };
  });
}

const later = (a: Stay, b: Stay) =>
  a.admittedOn > b.admittedOn || (a.admittedOn === b.admittedOn && a.id > b.id) ? a : b;

/** The stay to which a date of a patient belongs. */
function stayAt(stays: readonly Stay[], on: CalendarDate, asOf: CalendarDate): Stay | undefined {
  const holding = (before: number, after: number) =>
    stays.filter(
      ({ admittedOn, dischargedOn }) =>
        on >= addDays(admittedOn, -before) &&
        on <= (dischargedOn === null ? asOf : addDays(dischargedOn, after)),
    );
  const inside = holding(0, 0);
  const near = inside.length > 0 ? inside : holding(14, 7);
  return near.length === 0 ? undefined : near.reduce(later);
}

/** The scores of a patient by instrument, in order: of one day only the last. */
function scoresIn(clinic: Clinic, { program, asOf }: StoredQuestion): Map<string, Score[]> {
  const rows = ask(
    clinic,
    `SELECT * FROM assessments
     WHERE instrument IN ('phq-9', 'gad-7') AND status IS NOT 'entered_in_error' AND administered_on <= ?
     AND patient_id IN (SELECT patient_id FROM episodes WHERE program_id = ?)
     ORDER BY administered_on, recorded_at NULLS FIRST, assessment_id`,
    asOf,
    program,
  );
  const all = new Map<string, Score[]>();
  for (const row of rows) {
    const { on, score } = storedAssessment(row);
    if (score === null || !isKnown(row.recorded_at, asOf)) continue;
    const key = `${row.patient_id} ${row.instrument}`;
    const before = all.get(key) ?? [];
    all.set(key, [...before.filter((one) => one.on !== on), { on, score }]);
  }
  return all;
}

/** The baseline, and the last score of the stay after it; undefined without both. */
function pairOf(stay: Stay, stays: readonly Stay[], scores: readonly Score[], asOf: CalendarDate) {
  const { admittedOn } = stay;
  const between = (from: number, to: number) =>
    scores.filter(({ on }) => on >= addDays(admittedOn, from) && on <= addDays(admittedOn, to));
  const pre = between(-14, 0).at(-1) ?? between(1, 14)[0];
  if (pre === undefined) return undefined;
  const post = scores.filter(({ on }) => on > pre.on && stayAt(stays, on, asOf)?.id === stay.id).at(-1);
  return post && { pre: pre.score, post: post.score };
}

function attendanceOf(clinic: Clinic, cohort: readonly Stay[], { program, asOf }: StoredQuestion) {
  const rows = ask(
    clinic,
    `SELECT * FROM sessions WHERE patient_id IN (SELECT patient_id FROM episodes WHERE program_id = ?)`,
    program,
  );
  const ofPatient = Map.groupBy(cohort, ({ patientId }) => patientId);
  const counted = rows.filter((row) => {
    if (!COUNTABLE.includes(String(row.status)) || !isKnown(row.recorded_at, asOf)) return false;
    const on = civil(row.scheduled_start);
    return ofPatient
      .get(String(row.patient_id))
      ?.some(
        ({ admittedOn, dischargedOn }) => on >= admittedOn && dischargedOn !== null && on <= dischargedOn,
      );
  });
  return {
    attended: counted.filter(({ status }) => CAME.includes(String(status))).length,
    countable: counted.length,
  };
}

/** The share that had not left early by a day of stay, after Kaplan and Meier. */
function stayedUntil(last: number, admitted: readonly Stay[], asOf: CalendarDate): number {
  const ends = admitted.map(({ admittedOn, dischargedOn, reason }) => ({
    at: daysBetween(admittedOn, dischargedOn ?? asOf),
    left: LEFT.includes(reason ?? ""),
  }));
  const days = [...new Set(ends.map(({ at }) => at))].filter((at) => at <= last);
  return days.reduce((share, at) => {
    const here = ends.filter((one) => one.at >= at).length;
    const gone = ends.filter((one) => one.at === at && one.left).length;
    return share * (1 - gone / here);
  }, 1);
}

/** Figures of a question, counted from the rows of the file by themselves. Lists hold ids of episodes. */
export function storedOutcomes(clinic: Clinic, question: StoredQuestion) {
  const { program, from, to, asOf } = question;
  const all = staysOf(clinic, question);
  const ofPatient = Map.groupBy(all, ({ patientId }) => patientId);
  const scores = scoresIn(clinic, question);
  const own = all.filter((stay) => stay.program === program);
  const discharged = own.filter(
    ({ dischargedOn }) => dischargedOn !== null && dischargedOn >= from && dischargedOn <= to,
  );
  const pairs = discharged.map((stay) => {
    const of = (instrument: string) =>
      pairOf(
        stay,
        ofPatient.get(stay.patientId) ?? [],
        scores.get(`${stay.patientId} ${instrument}`) ?? [],
        asOf,
      );
    return { id: stay.id, phq9: of("phq-9"), gad7: of("gad-7") };
  });
  const paired = pairs.flatMap(({ id, phq9, gad7 }) => (phq9 && gad7 ? { id, phq9, gad7 } : []));
  const ill = paired.filter(({ phq9, gad7 }) => phq9.pre >= 10 || gad7.pre >= 8);
  const recovered = ill.filter(({ phq9, gad7 }) => phq9.post < 10 && gad7.post < 8);
  const admitted = own.filter(({ admittedOn }) => admittedOn >= from && admittedOn <= to);
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).toSorted();
  return {
    discharged: discharged.length,
    pairedBoth: paired.length,
    ill: ids(ill),
    recovered: ids(recovered),
    notIll: ids(discharged).filter((id) => !ill.some((one) => one.id === id)),
    completed: discharged.filter(({ reason }) => COMPLETED.includes(reason ?? "")).length,
    admitted: admitted.length,
    stayed60: stayedUntil(60, admitted, asOf),
    attendance: attendanceOf(clinic, discharged, question),
  };
}
