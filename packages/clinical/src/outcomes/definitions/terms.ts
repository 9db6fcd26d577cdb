import { WINDOW } from "../../findings/belonging.ts";
import { BASELINE_DAYS } from "../../findings/series.ts";
import { listed } from "../../findings/wording.ts";
import type { Instrument } from "../../instruments/define.ts";
import { INSTRUMENTS } from "../../instruments/instruments.ts";
import { INSTRUMENT_IDS } from "../../records/codes.ts";
import { LEAST_CLOSED } from "../comparison/least-closed.ts";
import { MOST_WITHHELD } from "../leaving/protected-sets.ts";
import { OURS } from "../methods/define.ts";
import type { Definition } from "./types.ts";

const ALL: readonly Instrument[] = INSTRUMENT_IDS.map((id) => INSTRUMENTS[id]);

type Words = Pick<Definition, "name" | "words"> & Partial<Pick<Definition, "formula" | "source" | "ours">>;

/** A term that Soundings sets; with a source of its own it is a published one. */
function term(id: string, { source, formula, ours, ...words }: Words): Definition {
  return {
    id: `term-${id}`,
    ...words,
    formula: formula ?? null,
    source: source ?? OURS,
    ours: ours ?? source === undefined,
    version: null,
  };
}

function scoring({ name, items, maximum, proratedFrom, bands }: Instrument): string {
  const named = bands.map((band) => `${band.from}–${band.to} ${band.name}`).join(", ");
  return `${name}: ${items.length} items of 0 to 3, total 0 to ${maximum}. Scored with ${proratedFrom} or more answers; the total is then raised to all items and rounded half up. Bands: ${named}.`;
}

/** Who is in the figures, and as of when. */
export const COHORT_TERMS: readonly Definition[] = [
  term("as-of", {
    name: "As of",
    words: [
      "Every figure is read as it was known on the as-of day. A record dated or recorded after it is not there, and a discharge after it is not yet known. Where nobody recorded when something was entered, its own day counts.",
      "The same question with the same day gives the same figures, unless a record of that time was corrected or added since.",
    ],
  }),
  term("discharged", {
    name: "Discharged patients",
    words: [
      "All stays that ended from the first to the last day of the period, both included, and by the as-of day. Every figure but retention is about these.",
      "A patient with two such stays counts twice: each stay has its own beginning and end.",
    ],
  }),
  term("admitted", {
    name: "Admitted patients",
    words: [
      "All stays that began from the first to the last day of the period, both included, and by the as-of day. Retention is about these, because who is still in treatment belongs to it.",
    ],
  }),
  term("completers", {
    name: "Completers",
    words: [
      "Of the discharged, those who completed or went on at a lower level of care. Their figures usually look better than those of all, because who left early is not in them. They stand beside the figures of all, never instead.",
    ],
  }),
  term("filters", {
    name: "Filters and groups",
    words: [
      "A stay is in a group by what is on record for it: its program, track, modality, therapist, referral source, payer, and the patient's sex, language, race and ethnicity. The level of care is the one on the day of admission, without a placement the program's.",
      "“Not recorded” is a group of its own and is never filled in.",
    ],
  }),
];

/** What is read of each stay. */
export const READING_TERMS: readonly Definition[] = [
  term("scored", {
    name: "Scored assessment",
    words: [
      ...ALL.map(scoring),
      "A total that the source states is the score. Of several on one day the last scored one counts. Fewer answers give no score: the form is kept and shown as incomplete.",
    ],
    source: listed(ALL.flatMap(({ name, sources }) => [`${name}: ${sources.bands}`, sources.prorating])),
  }),
  term("belonging", {
    name: "Belongs to the stay",
    words: [
      `A record dated from admission to discharge belongs to that stay; of two stays that hold the day, to the one admitted later. Inside no stay, it belongs to the one whose window holds it: from ${WINDOW.daysBefore} days before admission to ${WINDOW.daysAfter} days after discharge.`,
    ],
  }),
  term("baseline", {
    name: "Baseline (before)",
    words: [
      `The latest scored assessment from ${BASELINE_DAYS.before} days before admission to the day of admission; without one, the first from 1 to ${BASELINE_DAYS.after} days after it. Without either there is no baseline, and the stay cannot show a change.`,
    ],
  }),
  term("later-score", {
    name: "Later score (after)",
    words: [
      "The last scored assessment that belongs to the stay and is dated after the baseline. It need not lie at the discharge: “PHQ-9 at discharge” says how often it does.",
    ],
  }),
  term("paired", {
    name: "Paired",
    words: [
      "A stay with a baseline and a later score on the instrument. Only a paired stay can show a change; how many are not is always said.",
    ],
  }),
  term("week", {
    name: "Program week",
    words: [
      "Days 1 to 7 from admission are week 1. A week counts when all of it lies in the stay; the one that the discharge cuts short does not.",
    ],
  }),
  term("attendance", {
    name: "Attendance",
    words: [
      "Attended of countable sessions, from admission to discharge. Attended: attended, late, left early. Countable: these, no-shows and those canceled by the patient. Canceled by the program, excused and not yet marked count nowhere.",
    ],
  }),
  term("screens", {
    name: "Negative drug screens",
    words: [
      "Negative: a valid specimen with a result that counts and no positive that a prescription does not explain. Two shares are given: of those collected, and of all that were scheduled and not excused. The second treats a missed or refused screen as not negative.",
      "The longest run counts consecutive scheduled negatives. A missed, refused, tampered, dilute or invalid screen and an unexpected positive break it; an excused one, and one whose result is open, do not.",
    ],
    source: "which screens break a run or are skipped; that missed ones count follows contingency management",
    ours: true,
  }),
  term("therapists", {
    name: "Figures by therapist",
    words: [
      `Only for who directs the program. Therapists are shown one by one only with ${LEAST_CLOSED} or more closed stays each, in the order of names and with intervals; a question narrowed to one therapist has figures only with as many, and lists to work through without. Differences between therapists explain 5 to 8 percent of how outcomes differ; most of what a figure shows is who was treated, and chance.`,
    ],
    source: "Saxon 2016; Firth; Wampold & Brown. The least number has no published basis",
    ours: true,
  }),
  term("small-cells", {
    name: "Small numbers in what leaves the program",
    words: [
      `On screen, inside the program, counts are whole. In a report, a workbook or a saved plot, counts of 1 to ${MOST_WITHHELD} are withheld, and with them everything from which one could be worked out: shares, intervals, bounds, other cells of the same row, totals, marks on plots. Zero is told.`,
      "A report is about whole quarters, so that two reports do not differ by a few people.",
    ],
    source: "CMS cell size suppression policy (ResDAC), taken over for everything that leaves",
  }),
];
