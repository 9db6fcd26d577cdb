import type { Day } from "../days.ts";
import type { MedicationDraft } from "../draft.ts";
import type { Focus } from "../programs.ts";
import type { Draw } from "../random.ts";
import type { StayPlan } from "./stays.ts";

type OpioidTreatment = "buprenorphine" | "methadone" | "naltrexone";

export interface Regimen {
  readonly changes: readonly MedicationDraft[];
  /** Agonist or antagonist treatment, with its first day and the day it was stopped. */
  readonly treatment: { readonly drug: OpioidTreatment; readonly from: Day; readonly to: Day | null } | null;
  /** Analytes that a prescription puts into the specimen, from a day on. */
  readonly prescribed: readonly { readonly analyte: string; readonly from: Day }[];
}

interface Drug {
  readonly name: string;
  readonly rxnorm: string;
  readonly doses: readonly string[];
  readonly unit: string;
  readonly frequency: string;
}

const ANTIDEPRESSANTS: readonly (readonly [Drug, number])[] = [
  [{ name: "Sertraline", rxnorm: "36437", doses: ["50", "100", "150"], unit: "mg", frequency: "daily" }, 30],
  [{ name: "Escitalopram", rxnorm: "321988", doses: ["10", "15", "20"], unit: "mg", frequency: "daily" }, 26],
  [{ name: "Fluoxetine", rxnorm: "4493", doses: ["20", "40", "60"], unit: "mg", frequency: "daily" }, 14],
  [{ name: "Bupropion XL", rxnorm: "42347", doses: ["150", "300"], unit: "mg", frequency: "daily" }, 12],
  [
    { name: "Venlafaxine XR", rxnorm: "39786", doses: ["75", "150", "225"], unit: "mg", frequency: "daily" },
    10,
  ],
  [{ name: "Mirtazapine", rxnorm: "15996", doses: ["15", "30"], unit: "mg", frequency: "at bedtime" }, 8],
];

const HELPERS: readonly (readonly [Drug, number])[] = [
  [{ name: "Hydroxyzine", rxnorm: "5553", doses: ["25"], unit: "mg", frequency: "as needed" }, 40],
  [{ name: "Trazodone", rxnorm: "10737", doses: ["50", "100"], unit: "mg", frequency: "at bedtime" }, 35],
  [{ name: "Lamotrigine", rxnorm: "28439", doses: ["25", "50", "100"], unit: "mg", frequency: "daily" }, 12],
  [{ name: "Quetiapine", rxnorm: "51272", doses: ["50", "100"], unit: "mg", frequency: "at bedtime" }, 13],
];

const BUPRENORPHINE: Drug = {
  name: "Buprenorphine-naloxone film",
  rxnorm: "1819",
  doses: ["8", "12", "16"],
  unit: "mg",
  frequency: "daily",
};
const METHADONE: Drug = {
  name: "Methadone (opioid treatment program)",
  rxnorm: "6813",
  doses: ["60", "80", "95"],
  unit: "mg",
  frequency: "daily",
};
const NALTREXONE: Drug = {
  name: "Naltrexone ER injection",
  rxnorm: "7243",
  doses: ["380"],
  unit: "mg",
  frequency: "every 4 weeks",
};
const LISDEXAMFETAMINE: Drug = {
  name: "Lisdexamfetamine",
  rxnorm: "700810",
  doses: ["30", "50"],
  unit: "mg",
  frequency: "every morning",
};
const CLONAZEPAM: Drug = {
  name: "Clonazepam taper",
  rxnorm: "2598",
  doses: ["1", "0.5", "0.25"],
  unit: "mg",
  frequency: "at bedtime",
};

interface Course {
  readonly drug: Drug;
  readonly from: Day;
  /** Days between dose steps. */
  readonly step: number;
  readonly stop: Day | null;
  readonly prescriberId: string | null;
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
  const steps = drug.doses.map((dose, index): MedicationDraft => {
    const change = index === 0 ? "start" : "dose";
    return { ...common, day: from + index * step, change, dose, reason: index === 0 ? null : "Titration" };
  });
  const given = steps.filter(({ day }) => day <= until && (stop === null || day < stop));
  if (stop === null || stop > until || given.length === 0) return given;
  return [
    ...given,
    { ...common, day: stop, change: "stop", dose: null, frequency: null, unit: null, reason: "Side effects" },
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
  return focus === "alcohol" && draw.chance(0.35) ? "naltrexone" : null;
}

const TREATMENTS: Readonly<Record<OpioidTreatment, Drug>> = {
  buprenorphine: BUPRENORPHINE,
  methadone: METHADONE,
  naltrexone: NALTREXONE,
};

function antidepressant(draw: Draw, stay: StayPlan, until: Day): MedicationDraft[] {
  const drug = draw.weighted(ANTIDEPRESSANTS);
  const from = stay.admitted + draw.int(-40, 16);
  const step = draw.int(16, 32);
  const { prescriberId } = stay.seat;
  if (!draw.chance(0.08)) return changesOf({ drug, from, step, stop: null, prescriberId }, until);
  const stop = from + draw.int(20, 40);
  const other = draw.weighted(ANTIDEPRESSANTS.filter(([{ name }]) => name !== drug.name));
  return [
    ...changesOf({ drug, from, step, stop, prescriberId }, until),
    ...changesOf({ drug: other, from: stop, step: 21, stop: null, prescriberId }, until),
  ];
}

/** What is prescribed around a stay, up to yesterday. */
export function prescribe(draw: Draw, stay: StayPlan): Regimen {
  const until = Math.min(-1, stay.end);
  const { prescriberId } = stay.seat;
  const changes: MedicationDraft[] = [];
  const prescribed: { analyte: string; from: Day }[] = [];
  const mood = stay.focus === "mood" || stay.focus === "anxiety" || stay.focus === "trauma";
  if (draw.chance(mood ? 0.78 : 0.4)) changes.push(...antidepressant(draw, stay, until));
  if (draw.chance(0.3)) {
    const from = stay.admitted + draw.int(-20, 20);
    changes.push(
      ...changesOf({ drug: draw.weighted(HELPERS), from, step: 21, stop: null, prescriberId }, until),
    );
  }
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
  const drug = treatmentOf(draw, stay.focus);
  if (drug === null) return { changes, treatment: null, prescribed };
  const from = stay.admitted - draw.int(10, 60);
  const stopped = draw.chance(0.04) ? stay.admitted + draw.int(20, 60) : null;
  const to = stopped !== null && stopped <= until && stopped < stay.end ? stopped : null;
  changes.push(...changesOf({ drug: TREATMENTS[drug], from, step: 9, stop: to, prescriberId }, until));
  return { changes, treatment: { drug, from, to }, prescribed };
}
