import type { LevelOfCare } from "@soundings/clinical";
import type { Mark } from "./mark.ts";

const level = (id: string, symbol: string, word: string, meaning: string): Mark => ({
  id: `level-${id}`,
  symbol,
  word,
  meaning,
  tone: "var(--ink)",
});

export const LEVEL_MARKS: Readonly<Record<LevelOfCare, Mark>> = {
  residential: level("residential", "Residential", "residential", "Treatment with a bed."),
  php: level("php", "PHP", "partial hospitalization", "Partial hospitalization program."),
  iop: level("iop", "IOP", "intensive outpatient", "Intensive outpatient program."),
  op: level("op", "OP", "outpatient", "Outpatient treatment."),
};
