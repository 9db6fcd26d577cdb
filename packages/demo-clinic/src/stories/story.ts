import type {
  AssessmentMode,
  CriterionState,
  DecisionKind,
  DischargeReason,
  EventKind,
  LevelOfCare,
  MedicationChangeKind,
  Modality,
  SessionStatus,
  Sex,
  Validity,
} from "@soundings/clinical";
import type { Day } from "../days.ts";
import type { ProgramLetter } from "../programs.ts";

/**
 * A patient of the demo clinic who is the textbook case of something. Days are counted from today; a day on which the
 * clinic is closed stands for the last open day before it, except where the patient answers at home.
 */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly recordNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly program: ProgramLetter;
  readonly therapistId: string;
  readonly happened: string;
  /** What to look at in the dashboard. */
  readonly look: string;
  /** Rules that hold as of today. */
  readonly expected: readonly string[];
  /** Rules that a careless reading would raise and that must be silent. */
  readonly notExpected: readonly string[];
  /** States of step-down criteria as of today, where the story is about them. */
  readonly criteria?: Readonly<Record<string, CriterionState>>;
  readonly script: Script;
}

interface Script {
  readonly sex: Sex;
  readonly age: number;
  readonly language: "en" | "es";
  readonly stays: readonly ScriptedStay[];
  readonly measures: readonly ScriptedMeasure[];
  /** What became of the days with sessions, the newest first; further back the patient came. */
  readonly recentDays?: readonly SessionStatus[];
  /** From this day on the patient stayed away without a word. */
  readonly absentFrom?: Day;
  readonly screens?: readonly ScriptedScreen[];
  readonly medications?: readonly ScriptedMedication[];
  readonly events?: readonly ScriptedEvent[];
  readonly decisions?: readonly ScriptedDecision[];
}

export interface ScriptedStay {
  readonly admitted: Day;
  readonly discharged?: Day;
  readonly reason?: DischargeReason;
  readonly diagnoses: readonly string[];
  readonly modality?: Modality;
  readonly levels?: readonly { readonly level: LevelOfCare; readonly from: Day }[];
}

/** A score with item 9 answered 0; a score with its item 9; the answers themselves; or a total and nothing else. */
export type ScriptedAnswers =
  | number
  | { readonly score: number; readonly item9: number }
  | { readonly items: readonly (number | null)[] }
  | { readonly total: number };

export interface ScriptedMeasure {
  readonly day: Day;
  readonly phq9?: ScriptedAnswers;
  readonly gad7?: ScriptedAnswers;
  readonly mode?: AssessmentMode;
  /** Answered away from the clinic, on exactly that day. */
  readonly atHome?: { readonly minute: number };
  /** The day on which it was typed in, when later. */
  readonly recordedOn?: Day;
  readonly enteredInError?: true;
}

export interface ScriptedScreen {
  readonly day: Day;
  readonly positives?: readonly string[];
  /** Confirmed values in ng/mL, back two days later. */
  readonly confirmed?: Readonly<Record<string, number>>;
  /** Analytes whose confirmation is asked for and not back. */
  readonly asked?: readonly string[];
  readonly validity?: Validity;
  readonly notCollected?: "missed" | "refused" | "excused";
  /** Analytes whose result the laboratory has corrected to what stands. */
  readonly corrected?: readonly string[];
}

interface ScriptedMedication {
  readonly day: Day;
  readonly change: MedicationChangeKind;
  readonly medication: string;
  readonly dose?: string;
  readonly frequency?: string;
  readonly reason?: string;
}

interface ScriptedEvent {
  readonly day: Day;
  readonly kind: EventKind;
  readonly result?: string;
  readonly note?: string;
}

interface ScriptedDecision {
  readonly day: Day;
  readonly decision: DecisionKind;
  readonly level?: LevelOfCare;
  readonly reason?: string;
}

/** One measure a week, the last of them on `last`; the scores oldest first. */
export function weekly(
  last: Day,
  phq9: readonly ScriptedAnswers[],
  gad7: readonly ScriptedAnswers[],
): ScriptedMeasure[] {
  return phq9.map((answers, index) => {
    const day = last - 7 * (phq9.length - 1 - index);
    const anxiety = gad7[index];
    return anxiety === undefined ? { day, phq9: answers } : { day, phq9: answers, gad7: anxiety };
  });
}

/** Clean specimens on those days; `positives` are what a prescription puts into each. */
export function cleanScreens(days: readonly Day[], positives: readonly string[] = []): ScriptedScreen[] {
  return days.map((day) => ({ day, positives }));
}
