/** Something that holds from its first to its last day, both included, unless it was ended before. */
export interface Dated {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly endedAt: string | null;
}

export type Phase = "now" | "coming" | "past";

export function phaseOf({ startsOn, endsOn, endedAt }: Dated, today: string): Phase {
  if (endedAt !== null || endsOn < today) return "past";
  return startsOn > today ? "coming" : "now";
}

/** What holds now and what is coming, soonest first; what is past, latest first. */
export function byPhase<One extends Dated>(
  all: readonly One[],
  today: string,
): Record<Phase, readonly One[]> {
  const inPhase = (phase: Phase) =>
    all
      .filter((one) => phaseOf(one, today) === phase)
      .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn) || a.endsOn.localeCompare(b.endsOn));
  return { now: inPhase("now"), coming: inPhase("coming"), past: inPhase("past").toReversed() };
}

/** What is wrong with two days of a form, at the field where it is mended; null when nothing is. */
export function daysProblem(startsOn: string, endsOn: string): { startsOn?: string; endsOn?: string } | null {
  if (startsOn === "") return { startsOn: "Choose the first day." };
  if (endsOn === "") return { endsOn: "Choose the last day." };
  return endsOn < startsOn ? { endsOn: "The last day is before the first." } : null;
}
