import type { PersonListing, RoleHeld } from "@soundings/contract";
import { counted } from "../../ui/numbers.ts";
import { capital, ROLE_WORDS } from "../../ui/role-words.ts";

/** `Therapist in Day IOP, Evening IOP`; `Administrator of the whole site`. */
export function roleHeldWords({ role, programIds }: RoleHeld, names: ReadonlyMap<string, string>): string {
  if (role === "administrator") return "Administrator of the whole site";
  if (programIds.length === 0) return `${capital(ROLE_WORDS[role])}, in no program`;
  return `${capital(ROLE_WORDS[role])} in ${programIds.map((id) => names.get(id) ?? id).join(", ")}`;
}

interface Link {
  /** When the link runs out or ran out, in words; null when there is none. */
  readonly until: string | null;
  readonly isOver: boolean;
}

/** `Invited until Mar 19, 2026, 9:05 AM`, and what to do when the time is over. */
export function stateWords(state: PersonListing["state"], { until, isOver }: Link): string {
  if (state !== "invited") return state;
  if (until === null) return "invited, without a link: make a new one";
  return isOver ? `invitation ran out ${until}: make a new one` : `invited until ${until}`;
}

/** How the person shows who it is, beside the password. */
export function protectionWords({ secondFactor, passkeys }: PersonListing): readonly [string, string] {
  return [
    secondFactor ? "authenticator app" : "no second factor",
    passkeys === 0 ? "no passkey" : counted(passkeys, "passkey"),
  ];
}
