import fc from "fast-check";
import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { DISCHARGE_REASONS, type InstrumentId } from "../records/codes.ts";
import { day } from "../records/example-chart.ts";
import type { DatedScore, EpisodeFacts } from "./facts.types.ts";
import type { CohortQuestion } from "./question.ts";

/** Facts of episodes for examples and laws, every property given or not known. Used by tests only. */

export const AS_OF = day("2026-06-30");

/** The first half of 2026, as of its last day. */
export const HALF_YEAR: CohortQuestion = {
  from: day("2026-01-01"),
  to: AS_OF,
  asOf: AS_OF,
  filter: {},
};

function scored(on: string, score: number): DatedScore {
  return { on: day(on), score, assessmentId: `a-${on}` };
}

const UNSCORED = { "phq-9": null, "gad-7": null } as const;

/** A stay from 2026-02-02 to 2026-03-30, completed, without any measure. */
export function facts(given: Partial<EpisodeFacts> = {}): EpisodeFacts {
  return {
    episodeId: "e-1",
    patientId: "p-1",
    programId: "iop",
    asOf: AS_OF,
    admittedOn: day("2026-02-02"),
    dischargedOn: day("2026-03-30"),
    dischargeReason: "completed",
    placedAt: null,
    placements: [],
    before: null,
    after: null,
    track: null,
    modality: null,
    therapistId: null,
    diagnosis: null,
    referralSource: null,
    payer: null,
    age: 36,
    sex: null,
    language: null,
    race: null,
    ethnicity: null,
    pre: UNSCORED,
    post: UNSCORED,
    scores: { "phq-9": [], "gad-7": [] },
    phq9AtDischarge: false,
    weeks: { expected: 8, measured: [] },
    attendance: { attended: 0, countable: 0 },
    screens: { negative: 0, submitted: 0, scheduled: 0, longestRun: 0 },
    quality: [],
    looked: { assessments: 0, itemized: 0, sessions: 0, collected: 0 },
    settled: false,
    ...given,
  };
}

type Given = readonly [pre: number | null, post: number | null];

function scoresOf(
  place: 0 | 1,
  on: string,
  given: Readonly<Record<InstrumentId, Given>>,
): EpisodeFacts["pre"] {
  const dated = (score: number | null) => (score === null ? null : scored(on, score));
  return { "phq-9": dated(given["phq-9"][place]), "gad-7": dated(given["gad-7"][place]) };
}

/** The example stay with scores before and after on both instruments; null where there is none. */
export function measured(phq9: Given, gad7: Given, given: Partial<EpisodeFacts> = {}): EpisodeFacts {
  const scores = { "phq-9": phq9, "gad-7": gad7 };
  return facts({
    pre: scoresOf(0, "2026-02-02", scores),
    post: scoresOf(1, "2026-03-28", scores),
    ...given,
  });
}

const anyScores = (maximum: number): fc.Arbitrary<Given> =>
  fc
    .tuple(fc.option(fc.integer({ min: 0, max: maximum })), fc.option(fc.integer({ min: 0, max: maximum })))
    .map(([pre, post]) => (pre === null ? [null, null] : [pre, post]));

const anyCount = fc
  .tuple(fc.nat(5), fc.nat(5), fc.nat(5))
  .map(([a, b, c]) => ({ least: a, middle: a + b, most: a + b + c }));

const anyStay = fc
  .record({
    patient: fc.nat(6),
    admitted: fc.integer({ min: -40, max: 175 }),
    days: fc.option(fc.nat(120)),
    reason: fc.option(fc.constantFrom(...DISCHARGE_REASONS)),
    phq9: anyScores(27),
    gad7: anyScores(21),
    atDischarge: fc.boolean(),
    weeks: fc.array(fc.nat(30), { maxLength: 6 }),
    sessions: anyCount,
    screens: anyCount,
    program: fc.constantFrom("iop", "php"),
  })
  .map((given): Omit<EpisodeFacts, "episodeId"> => {
    const admittedOn = addDays(day("2026-01-01"), given.admitted);
    const ended: CalendarDate | null = given.days === null ? null : addDays(admittedOn, given.days);
    const dischargedOn = ended !== null && ended <= AS_OF ? ended : null;
    const days = dischargedOn === null ? 0 : (given.days ?? 0);
    const expected = Math.floor((days + 1) / 7);
    return measured(given.phq9, given.gad7, {
      patientId: `p-${given.patient}`,
      programId: given.program,
      admittedOn,
      dischargedOn,
      dischargeReason: dischargedOn === null ? null : given.reason,
      phq9AtDischarge: given.atDischarge,
      weeks: { expected, measured: [...new Set(given.weeks)].filter((week) => week < expected) },
      attendance: { attended: given.sessions.least, countable: given.sessions.most },
      screens: {
        negative: given.screens.least,
        submitted: given.screens.middle,
        scheduled: given.screens.most,
        longestRun: given.screens.least,
      },
    });
  });

/** Any stays of some patients around the first half of 2026, as of its last day. */
export const anyFacts: fc.Arbitrary<readonly EpisodeFacts[]> = fc
  .array(anyStay, { maxLength: 25 })
  .map((stays) => stays.map((stay, place) => ({ ...stay, episodeId: `e-${place}` })));
