import { caseloadFilter } from "@soundings/contract";
import type { z } from "zod";
import { parseSearch, stringifySearch } from "./search-text.ts";

const STORE = "soundings-whose";

const whose = caseloadFilter.pick({ therapist: true, prescriber: true, program: true });
type Whose = z.infer<typeof whose>;

/** Whose patients were last chosen in this browser: ids of staff and programs, and nothing about a patient. */
export const lastWhose = {
  /** Null while nothing has been chosen; empty for everyone. */
  read(): Whose | null {
    const text = localStorage.getItem(STORE);
    return text === null ? null : (whose.safeParse(parseSearch(text)).data ?? null);
  },
  keep({ therapist, prescriber, program }: Whose): void {
    localStorage.setItem(STORE, stringifySearch({ therapist, prescriber, program }));
  },
};
