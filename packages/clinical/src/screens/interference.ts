import type { CalendarDate } from "../calendar/types.ts";
import type { Known } from "../findings/known.ts";
import { listed, sentence } from "../findings/wording.ts";
import { compareChanges, holdsOn, unbrokenRuns } from "../medications/prescriptions.ts";
import { wordsOf } from "../medications/recognize.ts";
import type { MedicationChange } from "../records/types.ts";
import { type AnalyteId, analyteName } from "./analytes.ts";

/** A medication that an immunoassay may take for another substance. A definitive test tells them apart. */
export interface Interference {
  readonly medication: string;
  /** Words that stand for it in a medication text: its own name and brands. */
  readonly words: readonly string[];
  readonly analytes: readonly AnalyteId[];
  readonly source: string;
}

const READ = "drugpolicyfacts.org";
const LABEL = "product label, not re-read";
const TEXTBOOK = "textbook, not re-read";

/**
 * Known interferences with presumptive tests. They never change a mark or a rule: they say what to think of. The list is
 * not complete, and a medication that is not in it may interfere all the same.
 */
export const INTERFERENCES: readonly Interference[] = [
  {
    medication: "bupropion",
    words: ["bupropion", "wellbutrin", "zyban", "aplenzin", "forfivo", "auvelity", "contrave"],
    analytes: ["amphetamine"],
    source: READ,
  },
  {
    medication: "trazodone",
    words: ["trazodone", "desyrel", "oleptro"],
    analytes: ["amphetamine"],
    source: READ,
  },
  { medication: "pseudoephedrine", words: ["pseudoephedrine"], analytes: ["amphetamine"], source: READ },
  { medication: "labetalol", words: ["labetalol", "trandate"], analytes: ["amphetamine"], source: READ },
  {
    medication: "promethazine",
    words: ["promethazine", "phenergan"],
    analytes: ["amphetamine"],
    source: TEXTBOOK,
  },
  { medication: "ranitidine", words: ["ranitidine"], analytes: ["amphetamine"], source: TEXTBOOK },
  {
    medication: "venlafaxine",
    words: ["venlafaxine", "effexor"],
    analytes: ["pcp", "amphetamine"],
    source: LABEL,
  },
  {
    medication: "desvenlafaxine",
    words: ["desvenlafaxine", "pristiq"],
    analytes: ["pcp", "amphetamine"],
    source: LABEL,
  },
  {
    medication: "dextromethorphan",
    words: ["dextromethorphan", "auvelity", "nuedexta"],
    analytes: ["pcp"],
    source: TEXTBOOK,
  },
  {
    medication: "tramadol",
    words: ["tramadol", "ultram", "conzip", "ultracet"],
    analytes: ["pcp"],
    source: TEXTBOOK,
  },
  {
    medication: "diphenhydramine",
    words: ["diphenhydramine", "benadryl"],
    analytes: ["pcp", "methadone"],
    source: TEXTBOOK,
  },
  { medication: "quetiapine", words: ["quetiapine", "seroquel"], analytes: ["methadone"], source: LABEL },
  { medication: "levofloxacin", words: ["levofloxacin", "levaquin"], analytes: ["opiates"], source: LABEL },
  { medication: "ofloxacin", words: ["ofloxacin"], analytes: ["opiates"], source: LABEL },
  { medication: "rifampin", words: ["rifampin", "rifadin"], analytes: ["opiates"], source: LABEL },
  { medication: "sertraline", words: ["sertraline", "zoloft"], analytes: ["benzodiazepines"], source: LABEL },
  { medication: "oxaprozin", words: ["oxaprozin", "daypro"], analytes: ["benzodiazepines"], source: LABEL },
  {
    medication: "efavirenz",
    words: ["efavirenz", "sustiva", "atripla"],
    analytes: ["thc"],
    source: LABEL,
  },
];

/** The last change that names it, on or before the date, is a start or dose; stops come first on one day. */
function isTaken(
  { words }: Interference,
  changes: readonly Known<MedicationChange>[],
  on: CalendarDate,
): boolean {
  const own = changes.filter(({ record }) => wordsOf(record.medication).some((word) => words.includes(word)));
  return unbrokenRuns(own.toSorted(compareChanges)).some((run) => holdsOn(run, on));
}

function interfering(
  analyte: AnalyteId,
  changes: readonly Known<MedicationChange>[],
  on: CalendarDate,
): readonly Interference[] {
  return INTERFERENCES.filter((one) => one.analytes.includes(analyte) && isTaken(one, changes, on));
}

/** Words of medications that the sentence on an interference with the analyte stands for on the day; empty without one. */
export function interferingWords(
  analyte: AnalyteId,
  changes: readonly Known<MedicationChange>[],
  on: CalendarDate,
): readonly string[] {
  return interfering(analyte, changes, on).flatMap(({ words }) => words);
}

/**
 * What the patient was prescribed on the day of collection that an immunoassay may take for the analyte, as a sentence
 * with its source; null when nothing known is. It speaks of presumptive tests only: the caller asks for no other.
 *
 * @param changes the patient's, whatever the episode
 */
export function interferenceText(
  analyte: AnalyteId,
  changes: readonly Known<MedicationChange>[],
  on: CalendarDate,
): string | null {
  if (changes.length === 0) return null;
  const found = interfering(analyte, changes, on);
  if (found.length === 0) return null;
  const names = sentence(listed(found.map(({ medication }) => medication)));
  const sources = [...new Set(found.map(({ source }) => source))].join("; ");
  return `${names} can give a positive ${analyteName(analyte)} immunoassay; consider a definitive test. Source: ${sources}.`;
}
