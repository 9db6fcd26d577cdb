import { type Services, type SignedIn, secondFactorMet } from "@soundings/api";
import {
  type Actor,
  endRunOut,
  endSignIn,
  idleMinutesOf,
  type Person,
  ranOut,
  readPerson,
  readSignIn,
  type SignIn,
  signInsOf,
  siteOf,
  touchSignIn,
} from "@soundings/records";
import { tokenOf } from "./cookie.ts";

/** Somebody who is signed in, with the sign-in as it is stored. */
export interface Present {
  readonly person: Person;
  readonly signIn: SignIn;
}

const MOVED_AFTER_MS = 2_000;

export const NOBODY: Actor = { personId: null, name: "nobody", signInId: null, requestId: null };

export function actorOf({ person, signIn }: Present, requestId: string | null): Actor {
  return { personId: person.personId, name: person.name, signInId: signIn.signInId, requestId };
}

/** Who is signed in, asked anew for every request and every few seconds of an open stream: nothing is remembered. */
export interface Who {
  /** Whom a request's cookie names; null for nobody, a forged cookie, and a sign-in that has ended by whatever cause. */
  of(cookie: string | undefined): Present | null;
  /** The same person and sign-in as they are now; null when the sign-in has ended. */
  again(known: Present): Present | null;
  /** What procedures know of whoever is signed in. */
  signedIn(present: Present | null): SignedIn | null;
  /** The person did something, which no page does by itself. */
  moved(present: Present): void;
  /** Ends, with an entry each, what has run out while nobody asked. */
  tidy(): number;
}

export function createWho(services: Services, secret: string, secure: boolean): Who {
  const { store, now } = services;
  const standing = (signIn: SignIn): Present | null => {
    const person = readPerson(store, signIn.personId);
    if (person === null || person.disabled) return null;
    const cause = ranOut(signIn, idleMinutesOf(store), now());
    if (cause === null) return { person, signIn };
    endSignIn(store, actorOf({ person, signIn }, null), { signIn, cause }, now());
    return null;
  };
  return {
    of(cookie) {
      const token = tokenOf(cookie, secret, secure);
      const signIn = token === null ? null : readSignIn(store, token);
      return signIn === null ? null : standing(signIn);
    },
    again({ signIn }) {
      const stored = signInsOf(store, signIn.personId).find((one) => one.signInId === signIn.signInId);
      return stored === undefined ? null : standing(stored);
    },
    signedIn(present) {
      if (present === null) return null;
      const { person, signIn } = present;
      const met = secondFactorMet(person, siteOf(store).purpose, signIn.secondFactor);
      return { signInId: signIn.signInId, person, secondFactorMet: met };
    },
    moved({ signIn }) {
      const moment = now();
      if (Date.parse(moment) - Date.parse(signIn.lastActiveAt) < MOVED_AFTER_MS) return;
      touchSignIn(store, signIn.signInId, moment);
    },
    tidy: () => endRunOut(store, { ...NOBODY, name: "the server" }, idleMinutesOf(store), now()),
  };
}
