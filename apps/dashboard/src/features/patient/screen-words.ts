import {
  analyteName,
  type ResultMark,
  type ScreenOnTimeline,
  type ScreenResultMark,
  type ScreenStatistics,
} from "@soundings/clinical";
import { datesInWords, dateWords } from "../../ui/dates.ts";
import { RESULT_MARK_SIGNS, SCREEN_MARK_SIGNS, signOfScreen } from "../../ui/marks/screens.ts";
import { counted } from "../../ui/numbers.ts";

/** Why a screen has no result at all: the word that stands in its column; null where it has any. */
export function noResultWord({ disposition, results }: ScreenOnTimeline): string | null {
  if (disposition !== "collected") return SCREEN_MARK_SIGNS[disposition].word;
  return results.length === 0 ? SCREEN_MARK_SIGNS.pending.word : null;
}

/** What a screen says, and for which day it was planned where that is another one. */
export function screenWords({ on, scheduledOn, text }: ScreenOnTimeline): string {
  const planned = scheduledOn === on ? "" : `, scheduled for ${dateWords(scheduledOn, on)}`;
  return `${dateWords(on)}: ${datesInWords(text, on)}${planned}`;
}

/** The cut-off that all results of an analyte share, or every one with its method; null where none is given. */
export function cutoffWords(screens: readonly ScreenOnTimeline[], analyte: string): string | null {
  const given = screens
    .flatMap(({ results }) => results.filter((result) => result.analyte === analyte))
    .flatMap(({ cutoff, unit, method }) =>
      cutoff === null ? [] : [{ amount: unit === null ? cutoff : `${cutoff} ${unit}`, method }],
    );
  const amounts = [...new Set(given.map(({ amount }) => amount))];
  if (amounts.length === 0) return null;
  if (amounts.length === 1) return `cut-off ${amounts.join("")}`;
  const each = given.map(({ amount, method }) => (method === null ? amount : `${amount} ${method}`));
  return `cut-offs ${[...new Set(each)].join(", ")}`;
}

/** Notes on what a test may take for something else, each once, in the order in which they first apply. */
export function footnotes(screens: readonly ScreenOnTimeline[]): string[] {
  return [
    ...new Set(
      screens.flatMap(({ results }) =>
        results.flatMap(({ interference }) => (interference === null ? [] : interference)),
      ),
    ),
  ];
}

export interface NotableResult {
  readonly screen: ScreenOnTimeline;
  readonly result: ScreenResultMark;
}

interface NotableResults {
  /** What asks to be read: positives that no prescription explains, and prescribed drugs that are missing. */
  readonly notable: readonly NotableResult[];
  readonly prescribed: readonly NotableResult[];
}

/** Every result that is neither negative nor still to come, newest screen first. */
export function notableResults(screens: readonly ScreenOnTimeline[]): NotableResults {
  const all = screens
    .flatMap((screen) => screen.results.map((result) => ({ screen, result })))
    .filter(({ result: { mark } }) => mark !== "negative" && mark !== "pending")
    .sort((a, b) => (a.screen.on > b.screen.on ? -1 : Number(a.screen.on < b.screen.on)));
  return {
    notable: all.filter(({ result }) => result.mark !== "prescribed"),
    prescribed: all.filter(({ result }) => result.mark === "prescribed"),
  };
}

/** Signs that the table shows, each once, the whole screens first. */
export function shownSigns(screens: readonly ScreenOnTimeline[]) {
  const whole = screens.map(signOfScreen);
  const single = new Set<ResultMark>(screens.flatMap(({ results }) => results.map(({ mark }) => mark)));
  const signs = [...whole, ...[...single].map((mark) => RESULT_MARK_SIGNS[mark])];
  return [...new Map(signs.map((sign) => [sign.id, sign])).values()];
}

/** Names of what laboratories say of the specimen itself, each once. */
export function factNames(screens: readonly ScreenOnTimeline[]): string[] {
  return [...new Set(screens.flatMap(({ specimenFacts }) => specimenFacts.map(({ name }) => name)))];
}

/** The unit that stands beside the name of such a value, where all of its values have the same. */
export function factUnit(screens: readonly ScreenOnTimeline[], name: string): string | null {
  const facts = screens.flatMap(({ specimenFacts }) => specimenFacts.filter((fact) => fact.name === name));
  const units = [...new Set(facts.map(({ unit }) => unit))];
  return units.length === 1 ? (units[0] ?? null) : null;
}

const COUNTED: readonly ResultMark[] = ["negative", "prescribed", "expected_absent"];

/** What the latest screen of a run lacks, since counting as negative is not all there is to say of it; null when nothing. */
export function lackingWords(screens: readonly ScreenOnTimeline[]): string | null {
  const latest = screens.findLast(({ results }) => results.some(({ mark }) => COUNTED.includes(mark)));
  const absent = latest?.results.filter(({ mark }) => mark === "expected_absent") ?? [];
  const names = [...new Set(absent.map(({ analyte }) => analyteName(analyte)))];
  if (names.length === 0) return null;
  return `the latest counts as negative; ${names.join(" and ")} ${names.length === 1 ? "was" : "were"} absent though prescribed`;
}

function share(negative: number, of: number, what: string): string {
  if (of === 0) return `no data of those ${what}`;
  return `${negative} of ${of} ${what} (${Math.round((100 * negative) / of)} %)`;
}

function runWords({ longestRun, longestRunFrom, longestRunTo }: ScreenStatistics, near: string): string {
  const length = counted(longestRun, "screen");
  if (longestRun === 0 || longestRunFrom === null || longestRunTo === null) return length;
  if (longestRunFrom === longestRunTo) return `${length}, ${dateWords(longestRunFrom, near)}`;
  return `${length}, ${dateWords(longestRunFrom, near)} to ${dateWords(longestRunTo, near)}`;
}

/** The counts over the stay, as terms and words. Nothing is filled in. */
export function statisticsWords(
  counts: ScreenStatistics,
  near: string,
  lacking: string | null = null,
): [term: string, words: string][] {
  const run = counted(counts.currentRun, "screen");
  return [
    [
      "Negative",
      `${share(counts.negative, counts.submitted, "submitted")}; ${share(counts.negative, counts.scheduled, "scheduled and not excused")}`,
    ],
    ["Longest run of negatives", runWords(counts, near)],
    ["Run at present", counts.currentRun > 0 && lacking !== null ? `${run}; ${lacking}` : run],
  ];
}

/** What no rule holds against a positive, since no rule knows it; null where there is none. */
export function unrecognizedWords(unrecognized: readonly string[]): string | null {
  if (unrecognized.length === 0) return null;
  return `No rule reads ${unrecognized.join("; ")}. Whether that explains a positive was not checked.`;
}
