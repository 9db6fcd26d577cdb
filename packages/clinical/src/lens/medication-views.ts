import { daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { compareDates, compareText } from "../findings/order.ts";
import { isAntidepressant } from "../medications/antidepressants.ts";
import { doseText, type MedicationHistory, medicationKey, presentDose } from "../medications/history.ts";
import { INGREDIENT_ANALYTES } from "../medications/ingredients.ts";
import { isStop, unbrokenRuns } from "../medications/prescriptions.ts";
import { ingredientsOf } from "../medications/recognize.ts";
import { screenOnTimeline } from "../picture/screen-lane.ts";
import type { MedicationNote } from "../records/own.ts";
import { judgedScreens } from "../summary/screen-marks.ts";
import type { LensContext } from "./context.ts";
import type { MedicationNoteView, MedicationView, PrescribedAndFound } from "./types.ts";
import { reviewWindows } from "./windows.ts";

const FOUND_SHOWN = 12;

/** Every result of the episode's screens with its mark, the newest screen first. */
function allResults({ view, known }: LensContext): readonly PrescribedAndFound[] {
  return judgedScreens(view)
    .map((screen) => screenOnTimeline(screen, known.medicationChanges))
    .toReversed()
    .flatMap(({ screenId, on, results }) =>
      results.map(({ analyte, mark, text }) => ({ screenId, on, analyte, mark, text })),
    );
}

function noteView(note: MedicationNote): MedicationNoteView {
  const { medicationNoteId, on, kind, adherence, text, by } = note;
  return { medicationNoteId, on, kind, adherence, text, by };
}

function notesOf({ own }: LensContext, medication: string): readonly MedicationNoteView[] {
  const key = medicationKey(medication);
  return own.medicationNotes
    .filter((note) => medicationKey(note.medication) === key)
    .map(noteView)
    .toReversed();
}

/** What a medication text alone says, with the notes and results that go with it. */
function described(
  context: LensContext,
  medication: string,
  results: readonly PrescribedAndFound[],
): Pick<MedicationView, "medication" | "ingredients" | "isAntidepressant" | "notes" | "found"> {
  const ingredients = ingredientsOf(medication);
  const explained = new Set<string>(ingredients.flatMap((ingredient) => INGREDIENT_ANALYTES[ingredient]));
  return {
    medication,
    ingredients,
    isAntidepressant: isAntidepressant(medication),
    notes: notesOf(context, medication),
    found: results.filter(({ analyte }) => explained.has(analyte)).slice(0, FOUND_SHOWN),
  };
}

function stoppedOn({ effective }: MedicationHistory): CalendarDate | null {
  const last = effective.at(-1);
  return last !== undefined && isStop(last) ? last.on : null;
}

function viewOf(
  context: LensContext,
  history: MedicationHistory,
  results: readonly PrescribedAndFound[],
): MedicationView {
  const dose = presentDose(history);
  const last = history.effective.findLast((change) => !isStop(change));
  return {
    ...described(context, history.medication, results),
    current: dose !== null,
    doseText: last === undefined ? "" : doseText(last.record),
    startedOn: unbrokenRuns(history.changes).at(-1)?.from ?? null,
    doseSince: dose?.on ?? null,
    daysOnDose: dose === null ? null : daysBetween(dose.on, context.asOf),
    stoppedOn: stoppedOn(history),
    prescriberId:
      history.changes.findLast(({ record }) => record.prescriberId !== null)?.record.prescriberId ?? null,
    windows: dose === null ? [] : reviewWindows(dose.on, context.asOf),
  };
}

/** Notes on a medication whose text is not among the changes, because it was corrected or never recorded: none is lost. */
function notedOnly(context: LensContext, results: readonly PrescribedAndFound[]): readonly MedicationView[] {
  const known = new Set(context.histories.map(({ medication }) => medicationKey(medication)));
  const texts = new Map<string, string>();
  for (const { medication } of context.own.medicationNotes) {
    const key = medicationKey(medication);
    if (!known.has(key) && !texts.has(key)) texts.set(key, medication.trim());
  }
  return [...texts.values()].map((medication) => ({
    ...described(context, medication, results),
    current: false,
    doseText: "",
    startedOn: null,
    doseSince: null,
    daysOnDose: null,
    stoppedOn: null,
    prescriberId: null,
    windows: [],
  }));
}

function compareViews(a: MedicationView, b: MedicationView): number {
  if (a.current !== b.current) return a.current ? -1 : 1;
  const [start, other] = [a.startedOn, b.startedOn];
  if (start === null || other === null) return Number(start === null) - Number(other === null);
  return compareDates(start, other) || compareText(a.medication, b.medication);
}

/** The patient's medications: the present ones first, then by their start; one whose start is not known comes last. */
export function medicationViews(context: LensContext): readonly MedicationView[] {
  const results = allResults(context);
  const views = context.histories.map((history) => viewOf(context, history, results));
  return [...views, ...notedOnly(context, results)].toSorted(compareViews);
}
