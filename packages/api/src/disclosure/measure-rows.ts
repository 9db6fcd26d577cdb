import { type Assessment, instrumentOf, type Score, scoreOf } from "@soundings/clinical";
import type { DatedRow } from "./row.ts";
import { NO_DATA, remarks } from "./words.ts";

const NOT_ANSWERED = "not answered";

function howScored(score: Score, items: number): string {
  if (!score.scored) return `not scored: ${score.answered} of ${items} answered`;
  if (score.totalOnly) return "total as stated; the answers are not on record";
  if (score.prorated) return `prorated from ${score.answered} of ${items} answers`;
  return score.answered < items ? `total as stated; ${score.answered} of ${items} answers on record` : "";
}

function totalRow(assessment: Assessment, score: Score): DatedRow {
  const { name, maximum, items } = instrumentOf(assessment.instrument);
  const how = howScored(score, items.length);
  return {
    key: `${assessment.assessmentId} 00`,
    date: assessment.administeredOn,
    what: `${name} total`,
    value: score.scored ? String(score.score) : NO_DATA,
    unit: `of ${maximum}`,
    remark: remarks(score.scored ? score.band : null, how === "" ? null : how),
  };
}

function answerRow(assessment: Assessment, number: number, label: string): DatedRow {
  const { name, answerMaximum } = instrumentOf(assessment.instrument);
  const answer = assessment.items[number - 1] ?? null;
  return {
    key: `${assessment.assessmentId} ${String(number).padStart(2, "0")}`,
    date: assessment.administeredOn,
    what: `${name} ${label}`,
    value: answer === null ? NO_DATA : String(answer),
    unit: `of ${answerMaximum}`,
    remark: answer === null ? NOT_ANSWERED : "",
  };
}

/**
 * One assessment: its total, then every answer and the difficulty item, each missing one in words. Of a total without
 * answers only the total.
 */
export function measureRows(assessment: Assessment): readonly DatedRow[] {
  const { items, difficulty } = instrumentOf(assessment.instrument);
  const score = scoreOf(assessment);
  const total = totalRow(assessment, score);
  if (score.scored && score.totalOnly) return [total];
  return [
    total,
    ...items.map(({ number, topic }) => answerRow(assessment, number, `${number}: ${topic}`)),
    answerRow(assessment, difficulty.number, "difficulty"),
  ];
}
