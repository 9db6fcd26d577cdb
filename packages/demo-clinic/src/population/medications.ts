import type { Day } from "../days.ts";
import type { MedicationDraft } from "../draft.ts";
import type { Focus } from "../programs.ts";
import type { Draw } from "../random.ts";
import {
  ACAMPROSATE,
  ANTIDEPRESSANTS,
  BUPRENORPHINE,
  BUPRENORPHINE_ER,
  CLONAZEPAM,
  type Drug,
  HELPERS,
  HYDROXYZINE,
  LISDEXAMFETAMINE,
  METHADONE,
  NALTREXONE,
} from "./drugs.ts";
import type { StayPlan } from "./stays.ts";

type OpioidTreatment = "buprenorphine" | "methadone" | "naltrexone";

export interface Regimen {
  readonly changes: readonly MedicationDraft[];
  /** Agonist or antagonist treatment, with its first day and the day it was stopped. */
  readonly treatment: { readonly drug: OpioidTreatment; readonly from: Day; readonly to: Day | null } | null;
  /** Analytes that a prescription puts into the specimen, from a day on. */
  readonly prescribed: readonly { readonly analyte: string; readonly from: Day }[];
}

interface Course {
  readonly drug: Drug;
  readonly from: Day;
  /** Days between dose steps. */
  readonly step: number;
  readonly stop: Day | null;
  readonly prescriberId: string | null;
  /** How many of the doses are reached; all without it. */
  readonly reach?: number;
  /** Why it was stopped. */
  readonly because?: string;
}

function changesOf(course: Course, until: Day): MedicationDraft[] {
  const { drug, from, step, stop } = course;
  const common = {
    medication: drug.name,
    unit: drug.unit,
    frequency: drug.frequency,
    prescriberId: course.prescriberId,
    rxnorm: drug.rxnorm,
  };
  const steps = drug.doses.slice(0, course.reach).map((dose, index): MedicationDraft => {
    const change = index === 0 ? "start" : "dose";
    return { ...common, day: from + index * step, change, dose, reason: index === 0 ? null : "Titration" };
  });
  const given = steps.filter(({ day }) => day <= until && (stop === null || day < stop));
  if (stop === null || stop > until || given.length === 0) return given;
  return [
    ...given,
    {
      ...common,
      day: stop,
      change: "stop",
      dose: null,
      frequency: null,
      unit: null,
      reason: course.because ?? "Side effects",
    },
  ];
}

function treatmentOf(draw: Draw, focus: Focus): OpioidTreatment | null {
  if (focus === "opioid") {
    return draw.weighted<OpioidTreatment | null>([
      ["buprenorphine", 62],
      ["methadone", 14],
      ["naltrexone", 10],
      [null, 14],
    ]);
  }
  return focus === "alcohol" && draw.chance(0.5) ? "naltrexone" : null;
}

const TREATMENTS: Readonly<Record<OpioidTreatment, Drug>> = {
  buprenorphine: BUPRENORPHINE,
  methadone: METHADONE,
  naltrexone: NALTREXONE,
};

/** Most stay on the first or second dose; few need all of them. */
function reachOf(own: Draw): number {
  return own.weighted([
    [1, 30],
    [2, 40],
    [3, 30],
  ]);
}

const WHY_STOPPED = ["Side effects", "Not enough effect", "Patient's choice"] as const;

interface Prescribing {
  readonly draw: Draw;
  /** Doses, reasons and what is prescribed beside: apart from `draw`, which decides on what screens answer to. */
  readonly own: Draw;
  readonly stay: StayPlan;
  readonly until: Day;
}

function antidepressant({ draw, own, stay, until }: Prescribing): MedicationDraft[] {
  const drug = draw.weighted(ANTIDEPRESSANTS);
  const from = stay.admitted + draw.int(-40, 16);
  const step = draw.int(16, 32);
  const { prescriberId } = stay.seat;
  const reach = reachOf(own);
  if (!draw.chance(0.08)) return changesOf({ drug, from, step, stop: null, prescriberId, reach }, until);
  const stop = from + draw.int(20, 40);
  const other = draw.weighted(ANTIDEPRESSANTS.filter(([{ name }]) => name !== drug.name));
  const because = own.pick(WHY_STOPPED);
  return [
    ...changesOf({ drug, from, step, stop, prescriberId, reach, because }, until),
    ...changesOf({ drug: other, from: stop, step: 21, stop: null, prescriberId, reach: reachOf(own) }, until),
  ];
}

/** What helps for a while beside, and is stopped again when it is no longer needed. */
function helpers({ draw, own, stay, until }: Prescribing): MedicationDraft[] {
  const { prescriberId } = stay.seat;
  const course = (drug: Drug, from: Day): MedicationDraft[] => {
    const stop = own.chance(0.3) ? from + own.int(14, 60) : null;
    const because = "No longer needed";
    return changesOf({ drug, from, step: 21, stop, prescriberId, reach: reachOf(own), because }, until);
  };
  const drug = draw.chance(0.3) ? draw.weighted(HELPERS) : null;
  const first = drug === null ? [] : course(drug, stay.admitted + draw.int(-20, 20));
  if (!own.chance(0.16) || drug?.name === HYDROXYZINE.name) return first;
  return [...first, ...course(HYDROXYZINE, stay.admitted + own.int(0, 20))];
}

/** The drug of a treatment: of buprenorphine some have the injection. */
function drugOf(own: Draw, treatment: OpioidTreatment): { readonly drug: Drug; readonly step: number } {
  const isInjected = treatment === "buprenorphine" && own.chance(0.15);
  return isInjected ? { drug: BUPRENORPHINE_ER, step: 56 } : { drug: TREATMENTS[treatment], step: 9 };
}

/** What is prescribed around a stay, up to yesterday. */
export function prescribe(draw: Draw, stay: StayPlan, own: Draw): Regimen {
  const until = Math.min(-1, stay.end);
  const prescribing: Prescribing = { draw, own, stay, until };
  const { prescriberId } = stay.seat;
  const changes: MedicationDraft[] = [];
  const prescribed: { analyte: string; from: Day }[] = [];
  const mood = stay.focus === "mood" || stay.focus === "anxiety" || stay.focus === "trauma";
  if (draw.chance(mood ? 0.78 : 0.4)) changes.push(...antidepressant(prescribing));
  changes.push(...helpers(prescribing));
  if (stay.diagnoses.includes("F90.0") && draw.chance(0.7)) {
    const from = stay.admitted - draw.int(60, 300);
    changes.push(...changesOf({ drug: LISDEXAMFETAMINE, from, step: 60, stop: null, prescriberId }, until));
    prescribed.push({ analyte: "amphetamine", from });
  }
  if (stay.focus === "sedative") {
    const from = stay.admitted - draw.int(5, 15);
    changes.push(...changesOf({ drug: CLONAZEPAM, from, step: 14, stop: null, prescriberId }, until));
    prescribed.push({ analyte: "benzodiazepines", from });
  }
  const kind = treatmentOf(draw, stay.focus);
  if (kind === null) {
    const from = stay.admitted + own.int(-10, 10);
    if (stay.focus === "alcohol" && own.chance(0.3))
      changes.push(...changesOf({ drug: ACAMPROSATE, from, step: 30, stop: null, prescriberId }, until));
    return { changes, treatment: null, prescribed };
  }
  const from = stay.admitted - draw.int(10, 60);
  const stopped = draw.chance(0.04) ? stay.admitted + draw.int(20, 60) : null;
  const to = stopped !== null && stopped <= until && stopped < stay.end ? stopped : null;
  changes.push(...changesOf({ ...drugOf(own, kind), from, stop: to, prescriberId }, until));
  return { changes, treatment: { drug: kind, from, to }, prescribed };
}

/** Whether the medication of that name is taken on a day. */
export function isTaken(changes: readonly MedicationDraft[], medication: string, day: Day): boolean {
  const last = changes
    .filter((one) => one.medication === medication && one.day <= day)
    .toSorted((a, b) => a.day - b.day)
    .at(-1);
  return last !== undefined && last.change !== "stop";
}
