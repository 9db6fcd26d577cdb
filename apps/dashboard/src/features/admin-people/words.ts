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

/** The state, and of an invitation until when it works. */
export function stateWords(
  state: PersonListing["state"],
  { until, isOver }: Link,
): readonly [state: string, detail: string | null] {
  if (state !== "invited") return [state, null];
  if (until === null) return [state, "has no link: make a new one"];
  return [state, isOver ? `the link ran out ${until}` : `until ${until}`];
}

/** How the person shows who it is, beside the password. */
export function protectionWords({ secondFactor, passkeys }: PersonListing): readonly [string, string] {
  return [
    secondFactor ? "authenticator app" : "no second factor",
    passkeys === 0 ? "no passkey" : counted(passkeys, "passkey"),
  ];
}
