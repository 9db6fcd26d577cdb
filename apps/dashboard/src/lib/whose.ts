import { caseloadFilter } from "@soundings/contract";
import { z } from "zod";
import { parseSearch, stringifySearch } from "./search-text.ts";

const STORE = "soundings-whose";

const whose = caseloadFilter.pick({ therapist: true, prescriber: true, program: true });
export type Whose = z.infer<typeof whose>;
const kept = z.object({ personId: z.string(), search: z.string() });

function stored(): z.infer<typeof kept> | null {
  try {
    return kept.safeParse(JSON.parse(localStorage.getItem(STORE) ?? "")).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Whose patients the person who is signed in last chose in this browser: ids of staff and programs, and nothing about a
 * patient. What somebody else chose is never read.
 */
export const lastWhose = {
  /** Null while this person has chosen nothing; empty for everyone. */
  read(personId: string): Whose | null {
    const last = stored();
    if (last === null || last.personId !== personId) return null;
    return whose.safeParse(parseSearch(last.search)).data ?? null;
  },
  keep(personId: string, { therapist, prescriber, program }: Whose): void {
    const search = stringifySearch({ therapist, prescriber, program });
    localStorage.setItem(STORE, JSON.stringify({ personId, search }));
  },
  forget(): void {
    localStorage.removeItem(STORE);
  },
};
