import type { Person } from "@soundings/records";
import type { Services } from "./services.ts";

/** A person who has signed in and not been signed off. */
export interface SignedIn {
  readonly signInId: string;
  readonly person: Person;
  /** False: until a second factor is set up, only the account may be used. */
  readonly secondFactorMet: boolean;
}

/** What a procedure reads of the request that calls it. */
export interface ApiContext extends Services {
  readonly requestId: string;
  /** Null: nobody is signed in. */
  readonly signedIn: SignedIn | null;
}

export function createContext(services: Services, requestId: string, signedIn: SignedIn | null): ApiContext {
  return { ...services, requestId, signedIn };
}
