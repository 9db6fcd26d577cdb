import { instrumentOf } from "../instruments/instruments.ts";
import type { ClinicalEvent, Episode, MedicationChange, Placement, Session } from "../records/types.ts";
import { analyteName } from "../screens/analytes.ts";
import type { Positive } from "../screens/positives.ts";
import type { CountedResult, ScreenReading } from "../screens/reading.ts";
import type { Known } from "./known.ts";
import { compareDates, compareText } from "./order.ts";
import type { Item9Day, ScoredPoint } from "./series.ts";
import type { Evidence } from "./types.ts";
import { levelName, scoreText, sentence } from "./wording.ts";

/** The dated records that findings and criteria rest on, in words. */

function words(code: string): string {
  return code.replaceAll("_", " ");
}

/** "PHQ-9 21", "PHQ-9 14 (prorated)", "PHQ-9 18, total only". */
export function scoreEvidence(point: ScoredPoint): Evidence {
  const text = `${instrumentOf(point.instrument).name} ${scoreText(point)}${point.totalOnly ? ", total only" : ""}`;
  return { type: "assessment", id: point.assessmentId, on: point.on, text };
}

/** "PHQ-9 item 9 answered 2", "PHQ-9 item 9 not known". */
export function item9Evidence(day: Item9Day): Evidence {
  const text = day.item9 === null ? "PHQ-9 item 9 not known" : `PHQ-9 item 9 answered ${day.item9}`;
  return { type: "assessment", id: day.assessmentId, on: day.on, text };
}

const EVENT_WORDS: Readonly<Partial<Record<ClinicalEvent["kind"], string>>> = {
  c_ssrs: "C-SSRS",
  ed_visit: "emergency department visit",
  ect: "ECT",
};

/** "return to use", "C-SSRS". */
export function eventName(kind: ClinicalEvent["kind"]): string {
  return EVENT_WORDS[kind] ?? words(kind);
}

/** "Overdose", "C-SSRS high"; a free-text result stays in the record. */
export function eventEvidence(event: Known<ClinicalEvent>): Evidence {
  const { kind, result } = event.record;
  const level = kind === "c_ssrs" && result !== null ? ` ${result}` : "";
  return { type: "event", id: event.id, on: event.on, text: `${sentence(eventName(kind))}${level}` };
}

const STATUS_WORDS: Readonly<Partial<Record<Session["status"], string>>> = {
  cancelled_patient: "canceled by the patient",
  cancelled_program: "canceled by the program",
};

/** "Group: no show", "Group: canceled by the patient". */
export function sessionEvidence(session: Known<Session>): Evidence {
  const { service, status } = session.record;
  const text = `${sentence(words(service))}: ${STATUS_WORDS[status] ?? words(status)}`;
  return { type: "session", id: session.id, on: session.on, text };
}

/** "Methadone 40 mg: stop". */
export function changeEvidence(change: Known<MedicationChange>): Evidence {
  const { medication, change: kind } = change.record;
  return {
    type: "medication_change",
    id: change.id,
    on: change.on,
    text: `${sentence(medication)}: ${kind}`,
  };
}

export function placementEvidence(placement: Placement): Evidence {
  const { episodeId, startedOn, levelOfCare } = placement;
  const text = `${sentence(levelName(levelOfCare))} began`;
  return { type: "placement", id: `${episodeId}/${startedOn}`, on: startedOn, text };
}

export function admissionEvidence(episode: Episode): Evidence {
  return { type: "episode", id: episode.episodeId, on: episode.admittedOn, text: "Admitted" };
}

/** "presumptive", "definitive", "method not reported". */
export function methodText(result: CountedResult): string {
  return result.method ?? "method not reported";
}

/** "Fentanyl positive, presumptive". */
export function resultEvidence(screen: ScreenReading, result: CountedResult): Evidence {
  const text = `${sentence(analyteName(result.analyte))} ${result.result}, ${methodText(result)}`;
  return { type: "screen", id: screen.id, on: screen.on, text };
}

export function positiveEvidence(positive: Positive): Evidence {
  return resultEvidence(positive.reading, positive.result);
}

/** "Screen missed", "Screen refused", "Screen substituted", "Screen excused", "Screen collected". */
export function screenEvidence(screen: ScreenReading): Evidence {
  const { disposition, validity } = screen.record;
  const state = disposition === "collected" && screen.notGiven && validity !== null ? validity : disposition;
  return { type: "screen", id: screen.id, on: screen.on, text: `Screen ${state}` };
}

/** Each record and text once, by date, then type, identifier and text. */
export function inOrder(evidence: readonly Evidence[]): readonly Evidence[] {
  const sorted = evidence.toSorted(
    (a, b) =>
      compareDates(a.on, b.on) ||
      compareText(a.type, b.type) ||
      compareText(a.id, b.id) ||
      compareText(a.text, b.text),
  );
  return sorted.filter((one, place) => {
    const before = sorted[place - 1];
    return before?.type !== one.type || before.id !== one.id || before.text !== one.text;
  });
}
