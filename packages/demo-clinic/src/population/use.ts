import type { Day } from "../days.ts";
import type { Focus } from "../programs.ts";
import type { Draw } from "../random.ts";
import type { StayPlan } from "./stays.ts";

/** Days on which a specimen would be positive for something, both inclusive. */
export interface Trace {
  readonly analyte: string;
  readonly from: Day;
  readonly to: Day;
}

export interface Use {
  readonly traces: readonly Trace[];
  /** Days of return to use. */
  readonly returns: readonly Day[];
}

interface Substance {
  readonly analytes: readonly string[];
  /** Days for which the last use before admission still shows; inside the carry-over window. */
  readonly lingers: readonly [least: number, most: number];
  /** Days for which a single use shows. */
  readonly shows: readonly [least: number, most: number];
}

const SUBSTANCES = {
  alcohol: { analytes: ["etg"], lingers: [0, 4], shows: [2, 4] },
  fentanyl: { analytes: ["fentanyl"], lingers: [4, 17], shows: [4, 8] },
  methamphetamine: { analytes: ["methamphetamine", "amphetamine"], lingers: [0, 3], shows: [2, 4] },
  cocaine: { analytes: ["cocaine"], lingers: [0, 3], shows: [2, 3] },
  thc: { analytes: ["thc"], lingers: [9, 32], shows: [4, 9] },
  benzodiazepine: { analytes: ["benzodiazepines"], lingers: [5, 26], shows: [4, 8] },
} as const satisfies Record<string, Substance>;

type SubstanceName = keyof typeof SUBSTANCES;

function substanceOf(draw: Draw, focus: Focus): SubstanceName {
  switch (focus) {
    case "alcohol":
      return "alcohol";
    case "opioid":
      return "fentanyl";
    case "stimulant":
      return draw.chance(0.65) ? "methamphetamine" : "cocaine";
    case "sedative":
      return "benzodiazepine";
    default:
      return "thc";
  }
}

/** The chance of a positive at admission, by what brings the person. */
const AT_ADMISSION: Readonly<Record<Focus, number>> = {
  mood: 0.16,
  anxiety: 0.14,
  trauma: 0.18,
  alcohol: 0.25,
  opioid: 0.4,
  stimulant: 0.3,
  cannabis: 0.85,
  sedative: 0.8,
};

/** The chance of a return to use in a week. */
function weeklyReturn(stay: StayPlan): number {
  const hard = stay.focus === "mood" || stay.focus === "anxiety" || stay.focus === "trauma" ? 0.3 : 1;
  if (stay.course.kind === "drop_out") return 0.07 * hard;
  if (stay.course.kind === "deteriorating" || stay.course.kind === "non_responder") return 0.05 * hard;
  return 0.04 * hard;
}

function tracesOf(draw: Draw, name: SubstanceName, from: Day, range: readonly [number, number]): Trace[] {
  const to = from + draw.int(range[0], range[1]);
  return SUBSTANCES[name].analytes.map((analyte) => ({ analyte, from, to }));
}

/** What specimens of a stay will show. */
export function useDuring(draw: Draw, stay: StayPlan): Use {
  const main = substanceOf(draw, stay.focus);
  const traces: Trace[] = [];
  const returns: Day[] = [];
  if (draw.chance(AT_ADMISSION[stay.focus]))
    traces.push(...tracesOf(draw, main, stay.admitted, SUBSTANCES[main].lingers));
  if (main !== "thc" && draw.chance(0.12))
    traces.push(...tracesOf(draw, "thc", stay.admitted, SUBSTANCES.thc.lingers));
  for (let start = stay.admitted + 7; start <= stay.end; start += 7) {
    if (!draw.chance(weeklyReturn(stay))) continue;
    const day = start + draw.int(0, 6);
    returns.push(day);
    traces.push(...tracesOf(draw, main, day, SUBSTANCES[main].shows));
  }
  return { traces, returns };
}

export function showsOn(use: Use, analyte: string, day: Day): Trace | null {
  return (
    use.traces.find((trace) => trace.analyte === analyte && trace.from <= day && day <= trace.to) ?? null
  );
}
