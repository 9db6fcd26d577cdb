import { eventName } from "../findings/evidence.ts";
import type { Known } from "../findings/known.ts";
import { levelName, sentence } from "../findings/wording.ts";
import type { DecisionKind } from "../records/codes.ts";
import type { ClinicalEvent, Decision } from "../records/types.ts";
import { ESCALATING } from "../rules/clinical-event.ts";
import { DECISION_LETTERS, EVENT_LETTERS } from "./signs.ts";
import type { DecisionMark, EventMark } from "./types.ts";

/** Kinds whose result is a code; of any other kind the result is free text and stays apart. */
const CODED: ReadonlySet<ClinicalEvent["kind"]> = new Set(["c_ssrs", "measure_missed"]);

function eventText({ kind, result }: ClinicalEvent): string {
  const name = sentence(eventName(kind));
  if (!CODED.has(kind)) return name;
  return `${name}: ${result === null ? "no result" : result.replaceAll("_", " ")}`;
}

/** A clinical event as a flag on the timeline. */
export function eventMark({ record, on, id }: Known<ClinicalEvent>): EventMark {
  const { kind, result, note } = record;
  return { eventId: id, on, kind, letter: EVENT_LETTERS[kind], text: eventText(record), result, note };
}

const isGrave = ({ kind, result }: EventMark) =>
  ESCALATING.has(kind) || (kind === "c_ssrs" && (result === "moderate" || result === "high"));

/** Events by day, the graver ones of a day first: a drawing without room for all leaves out the last ones. */
export function graveFirst(events: readonly EventMark[]): readonly EventMark[] {
  const order = (a: EventMark, b: EventMark) => Number(isGrave(b)) - Number(isGrave(a));
  return events.toSorted((a, b) => (a.on === b.on ? order(a, b) : a.on < b.on ? -1 : 1));
}

const DECISION_WORDS: Readonly<Record<DecisionKind, string>> = {
  continue: "Decided to continue",
  added_contact: "Decided on added contact",
  step_up: "Decided to step up",
  step_down: "Decided to step down",
  discharge: "Decided to discharge",
};

function decisionText({ decision, levelOfCare }: Decision): string {
  const words = DECISION_WORDS[decision];
  if (levelOfCare === null) return words;
  return decision === "continue"
    ? `${words} at ${levelName(levelOfCare)}`
    : `${words} to ${levelName(levelOfCare)}`;
}

/** What a clinician decided as a flag on the timeline. */
export function decisionMark({ record, on, id }: Known<Decision>): DecisionMark {
  const { decision, levelOfCare, reason, staffId } = record;
  const letter = DECISION_LETTERS[decision];
  return { decisionId: id, on, decision, levelOfCare, letter, text: decisionText(record), reason, staffId };
}
