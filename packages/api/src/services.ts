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
import type { CaseloadPage, RunningStatus } from "@soundings/contract";
import { type LinkKind, latestChange, type Store, siteOf } from "@soundings/records";
import { createRecent, type Recent } from "./recent.ts";
import { type Calculator, createCalculator } from "./worker/calculator.ts";
import { type Computations, createComputations, type Patience } from "./worker/computations.ts";

const KEPT_DAYS = 20;
const KEPT_MS = 10 * 60_000;

/** A one-time link on its way to the person for whom it was made. */
export interface LinkMail {
  readonly name: string;
  readonly email: string;
  readonly kind: LinkKind;
  /** The path with its secret. */
  readonly path: string;
  readonly expiresAt: Instant;
}

/** Mails a link and answers whether the mail went out. */
export type MailLink = (mail: LinkMail) => Promise<boolean>;

/** Tells a person that there is something new among the person's notices; the mail says nothing of a patient. */
export type MailNotice = (to: { readonly name: string; readonly email: string }) => Promise<boolean>;

/** How the server is set up, as far as an administrator sees it. */
interface Hosting {
  readonly secureTransport: RunningStatus["secureTransport"];
  readonly mail: boolean;
  /** The name of the provider of single sign-on. */
  readonly provider: string | null;
}

const ON_LOOPBACK: Hosting = { secureTransport: "loopback", mail: false, provider: null };

/** What every procedure and job of one running server stands on. */
export interface Services {
  readonly store: Store;
  readonly version: string;
  readonly calculator: Calculator;
  /** Program outcomes: long computations that are asked for again until they are ready. */
  readonly computations: Computations;
  /** Caseloads of earlier days that were asked for lately. */
  readonly earlierDays: Recent<CaseloadPage>;
  /** Null: no mail is set up, and a link is handed over by whoever made it. */
  readonly mailLink: MailLink | null;
  /** Null: no mail is set up; a notice waits in the pages. */
  readonly mailNotice: MailNotice | null;
  readonly hosting: Hosting;
  readonly startedAt: Instant;
  now(): Instant;
  /** Today in the site's time zone. */
  today(): CalendarDate;
  msUntilTomorrow(): number;
  /**
   * Brings stored findings and summaries to today, beside the thread that answers requests; answers how many patients had
   * to be evaluated.
   */
  refreshFindings(): Promise<number>;
  /** Makes ready, beside every other thread, what program outcomes of today are answered from. */
  prepareOutcomes(): Promise<void>;
  /** Checks the whole database beside the thread that answers requests, and notes how it ended; answers how many problems. */
  verify(): Promise<number>;
  close(): Promise<void>;
}

interface ServiceParts {
  readonly store: Store;
  readonly dataDir: string;
  readonly version: string;
  readonly mailLink?: MailLink | null;
  readonly mailNotice?: MailNotice | null;
  readonly hosting?: Hosting;
  /** The clock and how patient computations are, for tests. */
  readonly now?: () => Instant;
  readonly patience?: Partial<Patience>;
}

/** The present moment of this machine. */
export function presentMoment(): Instant {
  return instantFromMs(Date.now());
}

/** The civil date in a zone, the zone of a new site unless given. */
export function todayIn(zone: ZoneName = DEFAULT_ZONE, now: Instant = presentMoment()): CalendarDate {
  return dateOf(now, zone);
}

export function createServices(parts: ServiceParts): Services {
  const { store, dataDir, version, mailLink = null, mailNotice = null, now = presentMoment } = parts;
  const calculator = createCalculator({ dataDir, key: store.key });
  const latest = () => latestChange(store);
  const { patience = {} } = parts;
  const computations = createComputations({ place: { dataDir, key: store.key }, latest, patience });
  const today = () => todayIn(siteOf(store).zone, now());
  return {
    store,
    version,
    calculator,
    computations,
    earlierDays: createRecent(KEPT_DAYS, KEPT_MS),
    mailLink,
    mailNotice,
    hosting: parts.hosting ?? ON_LOOPBACK,
    startedAt: now(),
    now,
    today,
    msUntilTomorrow() {
      const { zone } = siteOf(store);
      const moment = now();
      const tomorrow = startOfDay(addDays(dateOf(moment, zone), 1), zone);
      return Math.max(0, instantToMs(tomorrow) - instantToMs(moment));
    },
    verify: () => calculator.ask({ kind: "verify" }),
    refreshFindings: () => calculator.ask({ kind: "refresh", today: today() }),
    prepareOutcomes: () => computations.prepare(today()),
    async close() {
      await Promise.all([calculator.close(), computations.close()]);
    },
  };
}
