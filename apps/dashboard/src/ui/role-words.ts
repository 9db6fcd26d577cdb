import type { Role } from "@soundings/contract";

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  therapist: "therapist",
  prescriber: "prescriber",
  director: "director",
  front_desk: "front desk",
  administrator: "administrator",
};

/** `Front desk`, where a sentence or a label begins. */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Several roles as one phrase: `Therapist, director`. */
export function rolesInWords(roles: readonly { readonly role: Role }[]): string {
  return capital(roles.map(({ role }) => ROLE_WORDS[role]).join(", "));
}
