import {
  addDays,
  type CalendarDate,
  DEFAULT_ZONE,
  dateOf,
  type Instant,
  instantFromMs,
  instantToMs,
  startOfDay,
  type ZoneName,
} from "@soundings/clinical";
import type { CaseloadPage } from "@soundings/contract";
import { type Store, siteOf } from "@soundings/records";
import { createRecent, type Recent } from "./recent.ts";
import { type Calculator, createCalculator } from "./worker/calculator.ts";

const KEPT_DAYS = 20;
const KEPT_MS = 10 * 60_000;

/** What every procedure and job of one running server stands on. */
export interface Services {
  readonly store: Store;
  readonly version: string;
  readonly calculator: Calculator;
  /** Caseloads of earlier days that were asked for lately. */
  readonly earlierDays: Recent<CaseloadPage>;
  now(): Instant;
  /** Today in the site's time zone. */
  today(): CalendarDate;
  msUntilTomorrow(): number;
  /**
   * Brings stored findings and summaries to today, beside the thread that answers requests; answers how many patients had
   * to be evaluated.
   */
  refreshFindings(): Promise<number>;
  close(): Promise<void>;
}

interface ServiceParts {
  readonly store: Store;
  readonly dataDir: string;
  readonly version: string;
  /** The clock, for tests. */
  readonly now?: () => Instant;
}

/** The present moment of this machine. */
export function presentMoment(): Instant {
  return instantFromMs(Date.now());
}

/** The civil date in a zone, the zone of a new site unless given. */
export function todayIn(zone: ZoneName = DEFAULT_ZONE, now: Instant = presentMoment()): CalendarDate {
  return dateOf(now, zone);
}

export function createServices({ store, dataDir, version, now = presentMoment }: ServiceParts): Services {
  const calculator = createCalculator({ dataDir, key: store.key });
  const today = () => todayIn(siteOf(store).zone, now());
  return {
    store,
    version,
    calculator,
    earlierDays: createRecent(KEPT_DAYS, KEPT_MS),
    now,
    today,
    msUntilTomorrow() {
      const { zone } = siteOf(store);
      const moment = now();
      const tomorrow = startOfDay(addDays(dateOf(moment, zone), 1), zone);
      return Math.max(0, instantToMs(tomorrow) - instantToMs(moment));
    },
    refreshFindings: () => calculator.ask({ kind: "refresh", today: today() }),
    close: () => calculator.close(),
  };
}
