import { query, type Visitor } from "./served.ts";

/** The questions of the pages of program outcomes. */
export const ASKED = {
  overview: {},
  comparison: { by: "therapist" },
  overTime: { every: "month" },
  groupMoves: {},
  levels: {},
  quality: {},
  options: {},
  patients: { set: "discharged" },
} as const;
export type AskedOf = keyof typeof ASKED;

const ASK_AGAIN_MS = 100;

export interface Answered {
  /** Of the answer as it goes over the wire. */
  readonly bytes: number;
  /** How often it was not ready yet. */
  readonly waits: number;
}

interface Told {
  readonly state: "working" | "ready";
  readonly job: string;
  readonly done: number;
  readonly total: number;
}

function toldIn(text: string): Told {
  return JSON.parse(text).result.data as Told;
}

/** Asks as a page does, again and again until the answer is there. */
export async function answered(
  visitor: Visitor,
  asked: AskedOf,
  given: object = {},
  onWait: (told: Told) => boolean = () => true,
): Promise<Answered> {
  const path = query(`outcomes.${asked}`, { ...ASKED[asked], ...given });
  for (let waits = 0; ; waits += 1) {
    const text = await visitor.get(path);
    // An answer may be of megabytes, which are not read where time is measured.
    if (!text.slice(0, 60).includes('"working"')) return { bytes: Buffer.byteLength(text), waits };
    if (!onWait(toldIn(text))) return { bytes: 0, waits };
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}
