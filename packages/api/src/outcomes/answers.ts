import {
  compareGroups,
  groupMovesOf,
  leavingFigureOf,
  levelsOf,
  outcomesOf,
  overTimeOf,
  overviewOf,
  qualityAnswerOf,
  reportOf,
} from "@soundings/clinical";
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

export function answerTo<W extends What>(computing: Computing, task: OutcomesTask<W>): OutcomesAnswer<W> {
  const { what, question, ask } = task;
  return ANSWERS[what as W]({ ...computing, question, ask } as never);
}
