import {
  type CohortQuestion,
  compareGroups,
  groupMovesOf,
  isTooFewOfTherapist,
  leavingFigureOf,
  levelsOf,
  otherQuestion,
  outcomesOf,
  overTimeOf,
  overviewOf,
  qualityAnswerOf,
  reportOf,
} from "@soundings/clinical";
import { AppError } from "../errors.ts";
import { forPage } from "./for-page.ts";
import { optionsOf } from "./options.ts";
import { patientsOf } from "./patients-of.ts";
import type { Computing, OutcomesAnswer, OutcomesTask, Posed, Questions, What } from "./questions.types.ts";

const ANSWERS: { readonly [W in What]: (posed: Posed<W>) => Questions[W]["answer"] } = {
  overview: ({ holding: { facts, site }, question, ask }) =>
    forPage(overviewOf(facts, site, question, ask.against)),
  comparison: ({ holding: { facts, site }, question, ask }) => compareGroups(facts, site, question, ask),
  over_time: ({ holding: { facts, site }, question, ask }) => overTimeOf(facts, site, question, ask),
  group_moves: ({ holding: { facts, site }, question, ask }) =>
    groupMovesOf(facts, site, question, ask.instrument),
  levels: ({ holding: { facts, site }, question }) => levelsOf(facts, site, question),
  quality: ({ holding: { facts, site }, question }) => qualityAnswerOf(facts, site, question),
  patients: patientsOf,
  options: optionsOf,
  figure: ({ holding: { facts, site }, question, ask }) => leavingFigureOf({ facts, site, question }, ask),
  report: ({ holding: { facts, site }, question, ask }) => {
    const synthetic = site.purpose === "demo";
    const document = reportOf({ ...ask, facts, site, question, organization: null, synthetic });
    // The numbers behind it are those of its own period, which may be another than the one asked.
    return { document, json: outcomesOf(facts, site, document.question) };
  },
};

/** Which answers hold figures of outcomes; the others are lists, or see to it themselves. */
const HOLDS_FIGURES: { readonly [W in What]: boolean } = {
  overview: true,
  comparison: true,
  over_time: true,
  group_moves: true,
  levels: true,
  figure: true,
  report: true,
  quality: false,
  patients: false,
  options: false,
};

/** The question, and the one with whose answer it is compared. */
function questionsOf({ question, ...task }: OutcomesTask): readonly CohortQuestion[] {
  const against = task.what === "overview" ? task.ask.against : null;
  return against === null ? [question] : [question, otherQuestion(question, against)];
}

/**
 * The one way to every answer.
 * @throws AppError too_few_closed: figures of one therapist with too few closed episodes; what the answer throws.
 */
export function answerTo<W extends What>(computing: Computing, task: OutcomesTask<W>): OutcomesAnswer<W> {
  const { what, question, ask } = task;
  const { facts, site } = computing.holding;
  if (
    HOLDS_FIGURES[what] &&
    questionsOf(task as OutcomesTask).some((one) => isTooFewOfTherapist(facts, site, one))
  ) {
    throw new AppError("too_few_closed");
  }
  return ANSWERS[what as W]({ ...computing, question, ask } as never);
}
