import type { Validity } from "@soundings/clinical";
import type { Day } from "./days.ts";
import type { Moment, ResultDraft, ScreenDraft } from "./draft.ts";
import type { Draw } from "./random.ts";

/** The initial cutoff of an analyte in urine, in ng/mL, as the laboratory prints it. */
const CUTOFFS: Readonly<Record<string, string>> = {
  amphetamine: "500",
  methamphetamine: "500",
  cocaine: "150",
  thc: "50",
  opiates: "2000",
  oxycodone: "100",
  fentanyl: "1",
  benzodiazepines: "200",
  buprenorphine: "5",
  methadone: "300",
  eddp: "100",
  etg: "500",
};

/** The cup that every program uses. */
export const PANEL = [
  "amphetamine",
  "benzodiazepines",
  "buprenorphine",
  "cocaine",
  "etg",
  "fentanyl",
  "methamphetamine",
  "opiates",
  "oxycodone",
  "thc",
] as const;

/** The two more that people on methadone are tested for. */
export const METHADONE_PANEL = [...PANEL, "eddp", "methadone"] as const;

/** The cutoff of a confirmation in ng/mL. */
const CONFIRMATION_CUTOFFS: Readonly<Record<string, string>> = {
  ...CUTOFFS,
  amphetamine: "250",
  methamphetamine: "250",
  thc: "15",
  cocaine: "100",
  norbuprenorphine: "5",
  norfentanyl: "1",
};

export function presumptive(analyte: string, positive: boolean, recorded: Moment): ResultDraft {
  return {
    method: "presumptive",
    analyte,
    result: positive ? "positive" : "negative",
    value: null,
    unit: "ng/mL",
    cutoff: CUTOFFS[analyte] ?? null,
    resultStatus: "final",
    recorded,
  };
}

/** A confirmation with its value in ng/mL; without a value it has been asked for and is not back. */
export function definitive(analyte: string, value: number | null, recorded: Moment): ResultDraft {
  const cutoff = CONFIRMATION_CUTOFFS[analyte] ?? null;
  if (value === null) {
    return {
      method: "definitive",
      analyte,
      result: null,
      value: null,
      unit: null,
      cutoff,
      resultStatus: null,
      recorded,
    };
  }
  return {
    method: "definitive",
    analyte,
    result: value >= Number(cutoff ?? 0) ? "positive" : "negative",
    value: String(value),
    unit: "ng/mL",
    cutoff,
    resultStatus: "final",
    recorded,
  };
}

const NOTHING: ResultDraft = {
  method: null,
  analyte: null,
  result: null,
  value: null,
  unit: null,
  cutoff: null,
  resultStatus: null,
  recorded: null,
};

/** The laboratory reports what it measures of the specimen itself since it changed its machines. */
const MEASURED_SINCE: Day = -300;

function measured(analyte: string, value: string, unit: string | null, recorded: Moment): ResultDraft {
  return { ...NOTHING, analyte, value, unit, resultStatus: "final", recorded };
}

/** Creatinine in mg/dL and specific gravity, as the classes of validity have them; null where nothing was measured. */
function concentration(draw: Draw, validity: Validity | null): readonly [number, string] | null {
  const part = draw.next();
  switch (validity) {
    case "valid":
    case "adulterated": {
      const creatinine = 24 + Math.round(230 * part * part);
      const gravity = 1.004 + 0.00008 * creatinine + 0.003 * draw.next();
      return [creatinine, Math.min(1.029, gravity).toFixed(3)];
    }
    case "dilute":
      return [5 + Math.floor(14 * part), (1.0012 + 0.0016 * draw.next()).toFixed(4)];
    case "substituted":
      return [1, "1.0008"];
    case "invalid":
      return [6 + Math.floor(12 * part), (1.012 + 0.006 * draw.next()).toFixed(3)];
    default:
      return null;
  }
}

/** What the laboratory says of a urine specimen itself. */
export function specimenFacts(draw: Draw, validity: Validity | null, recorded: Moment): ResultDraft[] {
  const found = concentration(draw, validity);
  if (found === null || recorded.day < MEASURED_SINCE) return [];
  const [creatinine, gravity] = found;
  const facts = [
    measured("creatinine", String(creatinine), "mg/dL", recorded),
    measured("specific_gravity", gravity, null, recorded),
  ];
  return validity === "adulterated" ? [...facts, measured("nitrite", "640", "mcg/mL", recorded)] : facts;
}

/** A screen that was scheduled and gave no specimen. */
export function notCollected(day: Day, disposition: "missed" | "refused" | "excused"): ScreenDraft {
  const recorded = { day, minute: 17 * 60 + 30 };
  return {
    scheduled: day,
    collected: null,
    disposition,
    specimen: null,
    validity: null,
    results: [{ ...NOTHING, recorded }],
  };
}

/** A urine specimen with its results; none yet is a pending screen. */
export function collected(
  at: Moment,
  validity: Validity | null,
  results: readonly ResultDraft[],
): ScreenDraft {
  return {
    scheduled: at.day,
    collected: at,
    disposition: "collected",
    specimen: "urine",
    validity,
    results:
      results.length === 0 ? [{ ...NOTHING, recorded: { day: at.day, minute: at.minute + 5 } }] : results,
  };
}
