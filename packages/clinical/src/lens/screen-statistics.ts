import type { EpisodeView } from "../findings/episode-view.ts";
import { compareDates, compareText } from "../findings/order.ts";
import type { ScreenReading } from "../screens/reading.ts";
import type { ScreenStatistics } from "./types.ts";

/** What a screen does to a run of consecutive scheduled negatives. */
type RunStep = "adds" | "breaks" | "skipped";

/** The part of a view that counting its screens needs. */
type ScreensOfEpisode = Pick<EpisodeView, "screens" | "positives">;

/** It takes part, its specimen is valid, and no positive is unexpected: what is prescribed may be found. */
function isNegative(screen: ScreenReading, unexpected: ReadonlySet<string>): boolean {
  return screen.takesPart && screen.valid && !unexpected.has(screen.id);
}

/** Excused screens, and collected ones of sound validity that take no part, say nothing; all else but a negative breaks. */
function stepOf(screen: ScreenReading, unexpected: ReadonlySet<string>): RunStep {
  if (screen.record.disposition === "excused") return "skipped";
  if (screen.valid && !screen.takesPart) return "skipped";
  return isNegative(screen, unexpected) ? "adds" : "breaks";
}

/** The longest run, of equal ones the latest, and the one that goes on. */
function runsOf(
  screens: readonly ScreenReading[],
  unexpected: ReadonlySet<string>,
): { readonly longest: readonly ScreenReading[]; readonly current: readonly ScreenReading[] } {
  let longest: readonly ScreenReading[] = [];
  let current: readonly ScreenReading[] = [];
  for (const screen of screens) {
    const step = stepOf(screen, unexpected);
    if (step === "skipped") continue;
    current = step === "adds" ? [...current, screen] : [];
    if (current.length > 0 && current.length >= longest.length) longest = current;
  }
  return { longest, current };
}

/**
 * The counts over the screens that belong to an episode, as program outcomes count them: `negative` and the run over
 * those that take part with a valid specimen and no unexpected positive; `submitted` all collected; `scheduled` all but
 * the excused. A missed, refused, tampered, dilute or invalid screen and an unexpected positive break a run. Nothing is
 * filled in.
 */
export function screenStatistics({ screens, positives }: ScreensOfEpisode): ScreenStatistics {
  const unexpected = new Set(positives.filter((one) => one.unexpected).map(({ reading }) => reading.id));
  const ordered = screens.toSorted((a, b) => compareDates(a.on, b.on) || compareText(a.id, b.id));
  const { longest, current } = runsOf(ordered, unexpected);
  return {
    negative: screens.filter((screen) => isNegative(screen, unexpected)).length,
    submitted: screens.filter(({ record }) => record.disposition === "collected").length,
    scheduled: screens.filter(({ record }) => record.disposition !== "excused").length,
    longestRun: longest.length,
    longestRunFrom: longest[0]?.on ?? null,
    longestRunTo: longest.at(-1)?.on ?? null,
    currentRun: current.length,
  };
}
