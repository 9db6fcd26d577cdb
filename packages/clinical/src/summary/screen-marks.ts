import type { EpisodeView } from "../findings/episode-view.ts";
import { listed, sentence } from "../findings/wording.ts";
import type { ScreenResult } from "../records/types.ts";
import { type AnalyteId, analyteName, listedAnalyte } from "../screens/analytes.ts";
import type { Positive } from "../screens/positives.ts";
import type { ScreenReading } from "../screens/reading.ts";
import { specimenFactName } from "../screens/specimen-facts.ts";
import { expectedAbsent } from "./expected-absent.ts";
import type { ScreenMark, ScreenSummary } from "./types.ts";

/** One screen with what its positives are taken for. */
export interface JudgedScreen {
  readonly reading: ScreenReading;
  readonly positives: readonly Positive[];
  /** Prescribed, and not found though they should be. They change no mark of the screen. */
  readonly absent: readonly AnalyteId[];
}

/** The part of a view that judging its screens needs. */
type ScreensToJudge = Pick<EpisodeView, "screens" | "positives" | "prescriptions">;

/** The screens of an episode, each with its own positives and what it lacks. */
export function judgedScreens({
  screens,
  positives,
  prescriptions,
}: ScreensToJudge): readonly JudgedScreen[] {
  return screens.map((reading) => ({
    reading,
    positives: positives.filter((positive) => positive.reading.id === reading.id),
    absent: expectedAbsent(reading, prescriptions),
  }));
}

function isNewUnexpected(positive: Positive): boolean {
  return positive.isNew && positive.unexpected;
}

/** A listed analyte that was tested for and has no result that counts. */
function isWaiting(reading: ScreenReading, result: ScreenResult): boolean {
  const analyte = listedAnalyte(result.analyte);
  return analyte !== null && !reading.counted.has(analyte.id);
}

function markOfCollected({ reading, positives }: JudgedScreen): ScreenMark {
  const { validity, results } = reading.record;
  if (reading.notGiven) return "tampered";
  if (positives.some(isNewUnexpected)) return "new_positive";
  if (validity === "invalid" || validity === "dilute") return validity;
  if (positives.some((positive) => positive.unexpected)) return "carry_over";
  if (!reading.takesPart || results.some((result) => isWaiting(reading, result))) return "pending";
  return positives.length > 0 ? "prescribed" : "negative";
}

/**
 * The mark that matters most of one screen: not given, then a new unexpected positive, then a specimen that must be
 * taken again, then possible carry-over, then a result still awaited, then what a prescription explains, then negative.
 */
export function screenMark(screen: JudgedScreen): ScreenMark {
  const { disposition } = screen.reading.record;
  return disposition === "collected" ? markOfCollected(screen) : disposition;
}

function named(positive: Positive): string {
  const name = analyteName(positive.analyte);
  return positive.result.method === "presumptive" ? `${name} (presumptive, not confirmed)` : name;
}

function part(label: string, names: readonly string[]): string | null {
  return names.length === 0 ? null : `${label} ${listed(names)}`;
}

function carriedOver(positive: Positive): string {
  return `${named(positive)} until ${positive.carryOverUntil}`;
}

/** "buprenorphine negative though prescribed"; null when nothing prescribed is missing. */
export function absentText({ absent }: Pick<JudgedScreen, "absent">): string | null {
  return absent.length === 0 ? null : `${listed(absent.map(analyteName))} negative though prescribed`;
}

function negativePart({ reading, absent }: JudgedScreen): string | null {
  const analytes = [...reading.counted.values()].filter(
    ({ result, analyte }) => result === "negative" && !absent.includes(analyte),
  );
  if (analytes.length === 0) return null;
  const doubt = reading.valid ? "" : ", not counted";
  const only = analytes.length === 1 ? analytes[0] : undefined;
  return only === undefined
    ? `${analytes.length} ${absent.length === 0 ? "" : "other "}analytes negative${doubt}`
    : `${analyteName(only.analyte)} negative${doubt}`;
}

function waitingPart({ reading }: JudgedScreen): string | null {
  const waiting = reading.record.results.filter((result) => isWaiting(reading, result));
  const names = [...new Set(waiting.map(({ analyte }) => analyteName(analyte ?? "")))].toSorted();
  if (names.length > 0) return part("no usable result for", names);
  if (reading.takesPart) return null;
  return reading.record.results.some(({ analyte }) => analyte !== null && specimenFactName(analyte) === null)
    ? "no result of a listed analyte"
    : "collected, no result yet";
}

const VALIDITY_WORDS = { dilute: "specimen dilute", invalid: "specimen invalid" } as const;

function collectedText(screen: JudgedScreen): string {
  const { reading, positives } = screen;
  const { validity } = reading.record;
  if (reading.notGiven) return `specimen ${validity}, counts as not given`;
  const byName = positives.toSorted((a, b) => (a.analyte < b.analyte ? -1 : 1));
  const unexpected = byName.filter((positive) => positive.unexpected);
  const parts = [
    part("new positive:", unexpected.filter(isNewUnexpected).map(named)),
    part("possible carry-over:", unexpected.filter((one) => !isNewUnexpected(one)).map(carriedOver)),
    part("prescribed:", byName.filter((one) => !one.unexpected).map(named)),
    absentText(screen),
    negativePart(screen),
    waitingPart(screen),
    validity === "dilute" || validity === "invalid" ? VALIDITY_WORDS[validity] : null,
  ];
  return parts.filter((one) => one !== null).join("; ");
}

/** What one screen says, in words, without a full stop. */
export function screenText(screen: JudgedScreen): string {
  const { disposition } = screen.reading.record;
  return sentence(disposition === "collected" ? collectedText(screen) : disposition);
}

/** The last `count` screens, the oldest first. */
export function lastScreens(screens: readonly JudgedScreen[], count: number): readonly ScreenSummary[] {
  return screens.slice(-count).map((screen) => ({
    screenId: screen.reading.id,
    on: screen.reading.on,
    mark: screenMark(screen),
    text: screenText(screen),
  }));
}
