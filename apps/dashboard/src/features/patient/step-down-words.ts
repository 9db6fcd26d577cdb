import type { CriterionView, EpisodeCourse, StepDownCard } from "@soundings/clinical";
import { dateWords } from "../../ui/dates.ts";

function count(card: StepDownCard, state: CriterionView["state"]): number {
  return card.criteria.filter((criterion) => criterion.state === state).length;
}

/** `6 of 8 met, 1 not met, 1 without data.`, or since when it is ready. */
export function summaryOf(card: StepDownCard, { readySince }: EpisodeCourse, near: string): string {
  if (card.ready) {
    const since = readySince === null ? "" : ` It is so since ${dateWords(readySince, near)}.`;
    return `Ready to consider: every criterion is met or does not apply.${since}`;
  }
  const applicable = card.criteria.length - count(card, "not_applicable");
  const parts = [`${count(card, "met")} of ${applicable} met`];
  if (count(card, "not_met") > 0) parts.push(`${count(card, "not_met")} not met`);
  if (count(card, "no_data") > 0) parts.push(`${count(card, "no_data")} without data`);
  return `${parts.join(", ")}.`;
}

/** `since Nov 12` for a criterion that is met and of which that is known; else null. */
export function metSinceWords(
  { id, state }: CriterionView,
  { metSince }: EpisodeCourse,
  near: string,
): string | null {
  const since = metSince[id];
  return state === "met" && since !== undefined ? `since ${dateWords(since, near)}` : null;
}

/** The values of a criterion that its sentence does not already date, each once. */
export function evidenceOf({ evidence, detail }: CriterionView): CriterionView["evidence"] {
  return evidence.filter(({ text }) => !detail.includes(text));
}
