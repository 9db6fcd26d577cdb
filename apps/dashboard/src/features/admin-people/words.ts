import type { PersonListing, RoleHeld } from "@soundings/contract";
import { counted } from "../../ui/numbers.ts";
import { capital, ROLE_WORDS } from "../../ui/role-words.ts";

/** `Therapist in Day IOP, Evening IOP`; `Administrator of the whole site`. */
export function roleHeldWords({ role, programIds }: RoleHeld, names: ReadonlyMap<string, string>): string {
  if (role === "administrator") return "Administrator of the whole site";
  if (programIds.length === 0) return `${capital(ROLE_WORDS[role])}, in no program`;
  return `${capital(ROLE_WORDS[role])} in ${programIds.map((id) => names.get(id) ?? id).join(", ")}`;
}

export const STATE_WORDS: Readonly<Record<PersonListing["state"], string>> = {
  invited: "invited",
  active: "active",
  disabled: "disabled",
};

export function protectionWords({ secondFactor, passkeys }: PersonListing): string {
  const keys = passkeys === 0 ? "no passkey" : counted(passkeys, "passkey");
  return `${secondFactor ? "Authenticator app" : "No second factor"}, ${keys}`;
}
