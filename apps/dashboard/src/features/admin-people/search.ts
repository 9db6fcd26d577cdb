import { type PersonListing, ROLES } from "@soundings/contract";
import { z } from "zod";

const search = z.object({
  state: z.enum(["invited", "active", "disabled"]).optional().catch(undefined),
  role: z.enum(ROLES).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
});
export type PeopleSearch = z.infer<typeof search>;

/** The list that an address means; what cannot be understood is left out. */
export function parsePeopleSearch(given: Record<string, unknown>): PeopleSearch {
  const { state, role, q } = search.parse(given);
  return { ...(state ? { state } : {}), ...(role ? { role } : {}), ...(q ? { q } : {}) };
}

/** People by state, role and every word of the text, which may stand anywhere in name or address. */
export function peopleMatching(
  people: readonly PersonListing[],
  { state, role, q }: PeopleSearch,
): readonly PersonListing[] {
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const text = `${person.name} ${person.email}`.toLowerCase();
    return (
      (state === undefined || person.state === state) &&
      (role === undefined || person.roles.some((held) => held.role === role)) &&
      words.every((word) => text.includes(word))
    );
  });
}
