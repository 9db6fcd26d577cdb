import { measureOf, type Overview, type Rate } from "@soundings/clinical";
import { dateWords } from "../../../ui/dates.ts";
import { counted } from "../../../ui/numbers.ts";
import { inSentence } from "../parts/measure-words.ts";
import { FEW, intervalWords, percentWords } from "../parts/number-words.ts";

function shareWords(rate: Rate): string {
  const interval = intervalWords(rate.low, rate.high);
  return `${percentWords(rate.rate)}${interval === null ? "" : ` (${interval})`}`;
}

function periodWords({ question }: Overview): string {
  const { from, to } = question;
  return from === to ? `on ${dateWords(from)}` : `from ${dateWords(from)} to ${dateWords(to)}`;
}

function pairedSentence(overview: Overview): string {
  const { discharged, paired_both: paired } = overview.all.flow;
  if (discharged === 1 && paired === 1)
    return `The one person discharged ${periodWords(overview)} answered both questionnaires at the beginning and again later.`;
  const who = counted(discharged, "person discharged", "people discharged");
  const answered =
    paired === 0
      ? "nobody answered"
      : `${paired === discharged ? "all" : paired.toLocaleString("en-US")} answered`;
  return `Of ${who} ${periodWords(overview)}, ${answered} both questionnaires at the beginning and again later.`;
}

function changeSentence({ all }: Overview): string | null {
  const improved = all.measures["reliable-improvement"];
  const worse = all.measures["reliable-deterioration"];
  if (improved.rate === null) return null;
  return `Of these, ${shareWords(improved)} got reliably better and ${shareWords(worse)} reliably worse.`;
}

function recoverySentence({ all }: Overview): string | null {
  const recovery = all.measures.recovery;
  if (recovery.rate === null) return null;
  return `Of the ${recovery.denominator.toLocaleString("en-US")} among them who began above a threshold, ${shareWords(recovery)} reached ${inSentence(measureOf("recovery").name)}.`;
}

function whateverSentence({ all }: Overview): string | null {
  const [least, most] = all.measures["reliable-improvement"].bounds ?? [null, null];
  if (least === null || most === null) return null;
  return `Whatever became of them, between ${Math.round(least * 100)} and ${percentWords(most)} got reliably better.`;
}

function missingSentence(overview: Overview): string | null {
  const { discharged, paired_both: paired } = overview.all.flow;
  const missing = discharged - paired;
  if (missing === 0) return null;
  const are = missing === 1 ? "is" : "are";
  const words = `${missing.toLocaleString("en-US")} ${are} not in these shares, because a first or a later score is missing.`;
  const whatever = paired === 0 ? null : whateverSentence(overview);
  return whatever === null ? words : `${words} ${whatever}`;
}

function fewSentence({ all }: Overview): string | null {
  const paired = all.flow.paired_both;
  if (paired === 0 || paired >= FEW) return null;
  return "Few people: the intervals are wide, and chance alone can move these shares far. Read the intervals.";
}

/** What the page answers: one or two sentences in front, and what they rest on. */
export function answerWords(overview: Overview): {
  readonly first: readonly string[];
  readonly rest: readonly string[];
} {
  const present = (sentences: readonly (string | null)[]) =>
    sentences.filter((sentence) => sentence !== null);
  return {
    first: present([pairedSentence(overview), changeSentence(overview)]),
    rest: present([recoverySentence(overview), missingSentence(overview), fewSentence(overview)]),
  };
}
