import type { CalendarDate } from "../calendar/types.ts";
import { firstOfLast } from "../findings/days.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { absentText, type JudgedScreen, judgedScreens, screenMark } from "../summary/screen-marks.ts";
import type { ScreenMark } from "../summary/types.ts";
import { type Clause, known, missing, type Piece } from "./clause.ts";
import { positivePiece, screenPiece } from "./pieces.ts";

/** The marks in the order in which a sentence names them, worst first, in its words. */
const MARKS: readonly (readonly [ScreenMark, string])[] = [
  ["new_positive", "new positive"],
  ["tampered", "tampered with"],
  ["refused", "refused"],
  ["missed", "missed"],
  ["invalid", "invalid"],
  ["dilute", "dilute"],
  ["carry_over", "possible carry-over"],
  ["pending", "pending"],
  ["prescribed", "positive as prescribed"],
  ["negative", "negative"],
  ["excused", "excused"],
];

function separated(groups: readonly (readonly Piece[])[], separator: string): readonly Piece[] {
  return groups.flatMap((pieces, place) => (place === 0 ? pieces : [separator, ...pieces]));
}

/** Marks whose analytes are named: new positives, and those that may be carried over. */
const NAMED: Readonly<Partial<Record<ScreenMark, { readonly isNew: boolean }>>> = {
  new_positive: { isNew: true },
  carry_over: { isNew: false },
};

/** "fentanyl and cocaine (presumptive, not confirmed) on 2026-03-09", or the day alone. */
function screenPieces(mark: ScreenMark, { reading, positives }: JudgedScreen): readonly Piece[] {
  const named = NAMED[mark];
  if (named === undefined) return [screenPiece(reading)];
  const counted = positives.filter(({ isNew, unexpected }) => unexpected && isNew === named.isNew);
  const names = counted.map((positive) => [positivePiece(positive)]);
  return [...separated(names, " and "), ` on ${reading.on}`];
}

function groupOf(mark: ScreenMark, words: string, screens: readonly JudgedScreen[]): readonly Piece[] {
  const pieces = screens.map((screen) => screenPieces(mark, screen));
  return [`${words} `, ...separated(pieces, ", ")];
}

/** What screens lack though it is prescribed, beside their marks: such a screen is not said to be negative. */
function absentGroups(screens: readonly JudgedScreen[]): readonly (readonly Piece[])[] {
  const texts = new Set(screens.flatMap((screen) => absentText(screen) ?? []));
  return [...texts].map((text) => {
    const lacking = screens.filter((screen) => absentText(screen) === text);
    const days = lacking.map(({ reading }) => [screenPiece(reading)]);
    return [`${text} on `, ...separated(days, ", ")];
  });
}

/** The screens to be named under a mark: of the negative ones only those that lack nothing. */
function underMark(mark: ScreenMark, screens: readonly JudgedScreen[]): readonly JudgedScreen[] {
  const marked = screens.filter((screen) => screenMark(screen) === mark);
  return mark === "negative" ? marked.filter(({ absent }) => absent.length === 0) : marked;
}

/**
 * The screens of a week: those whose day lies in it, and those whose result was recorded in it. A program that asks for
 * no screens owes none.
 */
export function weeksScreens(
  view: EpisodeView,
  { last, days }: { readonly last: CalendarDate; readonly days: number },
): readonly Clause[] {
  const first = firstOfLast(days, last);
  const isNew = (on: CalendarDate | null): boolean => on !== null && on >= first && on <= last;
  const screens = judgedScreens(view).filter(({ reading }) => isNew(reading.on) || isNew(reading.recordedOn));
  if (screens.length === 0) {
    return view.program?.screensPerWeek === 0 ? [] : [missing(`no screen in the last ${days} days`)];
  }
  const groups = MARKS.flatMap(([mark, words]) => {
    const marked = underMark(mark, screens);
    const group = marked.length === 0 ? [] : [groupOf(mark, words, marked)];
    return mark === "new_positive" ? [...group, ...absentGroups(screens)] : group;
  });
  return [known("screens: ", ...separated(groups, ", "))];
}
