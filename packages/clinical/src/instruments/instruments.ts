import type { InstrumentId } from "../records/codes.ts";
import type { Instrument } from "./define.ts";
import { GAD_7 } from "./gad-7.ts";
import { PHQ_9 } from "./phq-9.ts";

/** Every instrument by its id, in the order in which pages show them. */
export const INSTRUMENTS: Readonly<Record<InstrumentId, Instrument>> = { "phq-9": PHQ_9, "gad-7": GAD_7 };

/** The definition of one instrument. */
export function instrumentOf(id: InstrumentId): Instrument {
  return INSTRUMENTS[id];
}
