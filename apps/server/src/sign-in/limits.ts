import { AppError, type Services } from "@soundings/api";
import {
  forgetFailedTries,
  forgetFailedTriesUnder,
  isLockedOut,
  noteFailedTry,
  type TryLimit,
} from "@soundings/records";
import { sealedName } from "./secret.ts";
import { NOBODY } from "./who.ts";

/** What is tried: the subjects under which a failure is counted, and how many of each are borne. */
interface Trying {
  readonly what: "password" | "code" | "passkey" | "link" | "provider";
  readonly limits: readonly TryLimit[];
  /** Whose account it is, where that is known; only the audit learns it. */
  readonly personId: string | null;
  readonly requestId: string;
}

/**
 * Failed tries, counted in the database so that a restart forgives none. Tight for one account from one address, so that
 * who guesses is stopped at once and its owner elsewhere is not; looser for an account from everywhere; loosest for an
 * address, which a whole clinic shares: counted apart for each way in, and not for an account that has signed in from
 * there lately. E-mail and network addresses are kept as hashes only.
 */
export interface Limits {
  password(email: string, personId: string | null, address: string): readonly TryLimit[];
  code(personId: string, address: string): readonly TryLimit[];
  /** The password of somebody who is signed in, asked for again. */
  again(personId: string, address: string): readonly TryLimit[];
  link(address: string): readonly TryLimit[];
  /** Ways in that name no account before they have succeeded. */
  address(what: "passkey" | "provider", address: string): readonly TryLimit[];
  /** Forgets the failed passwords of an account from everywhere: its owner has used a link. */
  forgive(email: string, personId: string): void;
  /** Somebody has signed in from there: what others do at the same address does not lock this account. */
  welcome(personId: string, address: string): void;
  /** @throws AppError too_many_tries when an address begins too much at once. */
  begin(address: string): void;
  /**
   * Runs a try. `work` answers null for a failure.
   * @throws AppError too_many_tries, before anything is tried.
   */
  attempt<T>(trying: Trying, work: () => Promise<T | null>): Promise<T | null>;
}

/** Beginnings that cost a row each, such as a passkey's challenge: so many from one address in a minute, and no more. */
const MOST_BEGINNINGS = 60;
const MINUTE_MS = 60_000;

/** For so long an account is known at an address; a restart forgets it. */
const KNOWN_MS = 30 * 24 * 60 * MINUTE_MS;
const MOST_KNOWN = 10_000;

const QUARTER_HOUR = 15;
const HOUR = 60;
const DAY = 24 * HOUR;

export function createLimits({ store, now }: Services, secret: string): Limits {
  /** Tries that are under way count as failed, so that many at once are not more than many in a row. */
  const underWay = new Map<string, number>();
  let begun = { minute: 0, of: new Map<string, number>() };
  const limit = (subject: string, most: number, withinMinutes: number): TryLimit => ({
    subject: sealedName(secret, subject),
    most,
    withinMinutes,
  });
  const accountOf = (email: string) => sealedName(secret, `account ${email}`);
  /** Those of one account begin alike, so that they can be forgotten from all addresses at once. */
  const pair = (email: string, address: string): TryLimit => ({
    subject: `${accountOf(email)}.${sealedName(secret, `address ${address}`)}`,
    most: 5,
    withinMinutes: QUARTER_HOUR,
  });
  const again = (personId: string) => limit(`again ${personId}`, 5, QUARTER_HOUR);
  const known = new Map<string, number>();
  const placeOf = (personId: string, address: string) => sealedName(secret, `known ${personId} ${address}`);
  const isKnown = (personId: string, address: string) => {
    const at = known.get(placeOf(personId, address));
    return at !== undefined && Date.parse(now()) - at < KNOWN_MS;
  };
  const ofAddress = (what: Trying["what"], address: string) =>
    limit(`${what} address ${address}`, 100, QUARTER_HOUR);
  const unlessKnown = (what: "password" | "code", personId: string | null, address: string) =>
    personId !== null && isKnown(personId, address) ? [] : [ofAddress(what, address)];
  const count = (limits: readonly TryLimit[], by: 1 | -1) => {
    for (const { subject } of limits) {
      const left = (underWay.get(subject) ?? 0) + by;
      if (left === 0) underWay.delete(subject);
      else underWay.set(subject, left);
    }
  };
  const locked = (limits: readonly TryLimit[]) => {
    const less = limits.map((one) => ({ ...one, most: one.most - (underWay.get(one.subject) ?? 0) }));
    return isLockedOut(store, less, now());
  };
  const fail = ({ what, limits, personId, requestId }: Trying) => {
    const actor = { ...NOBODY, requestId };
    const subjects = limits.map(({ subject }) => subject);
    const detail = { what, ...(personId === null ? {} : { personId }) };
    const failed = { event: "sign_in_failed", outcome: "failed", detail } as const;
    noteFailedTry(store, actor, { subjects, entry: failed }, now());
    if (!isLockedOut(store, limits, now())) return;
    const entry = { event: "locked_out", outcome: "refused", detail } as const;
    noteFailedTry(store, actor, { subjects: [], entry }, now());
  };
  return {
    password: (email, personId, address) => [
      pair(email, address),
      limit(`account ${email}`, 20, HOUR),
      ...unlessKnown("password", personId, address),
    ],
    code: (personId, address) => [
      limit(`code ${personId}`, 5, QUARTER_HOUR),
      limit(`codes of a day ${personId}`, 30, DAY),
      ...unlessKnown("code", personId, address),
    ],
    again: (personId, address) => [again(personId), ...unlessKnown("password", personId, address)],
    link: (address) => [limit(`link ${address}`, 20, QUARTER_HOUR)],
    address: (what, address) => [ofAddress(what, address)],
    forgive(email, personId) {
      // The account's own subject is the beginning of its pairs with addresses.
      forgetFailedTriesUnder(store, accountOf(email));
      forgetFailedTries(store, [again(personId).subject]);
    },
    welcome(personId, address) {
      const place = placeOf(personId, address);
      known.delete(place);
      known.set(place, Date.parse(now()));
      const [oldest] = known.keys();
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    },
    begin(address) {
      const minute = Math.floor(Date.parse(now()) / MINUTE_MS);
      if (begun.minute !== minute) begun = { minute, of: new Map() };
      const so = (begun.of.get(address) ?? 0) + 1;
      begun.of.set(address, so);
      if (so > MOST_BEGINNINGS) throw new AppError("too_many_tries");
    },
    async attempt(trying, work) {
      const { limits } = trying;
      if (locked(limits)) throw new AppError("too_many_tries");
      count(limits, 1);
      try {
        const done = await work();
        if (done === null) fail(trying);
        else if ((trying.personId !== null || trying.what === "link") && limits[0] !== undefined)
          forgetFailedTries(store, [limits[0].subject]);
        return done;
      } finally {
        count(limits, -1);
      }
    },
  };
}
