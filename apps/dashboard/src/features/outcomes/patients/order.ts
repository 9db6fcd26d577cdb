import type { OutcomePatient } from "@soundings/contract";
import type { PATIENT_SORTS, PatientsFilter } from "../parts/search.ts";

export type PatientSort = (typeof PATIENT_SORTS)[number];
type Direction = "asc" | "desc";

export const SORT_WORDS: Readonly<Record<PatientSort, string>> = {
  name: "name",
  admitted: "day of admission",
  ended: "day of discharge",
};

/** Names from their beginning, days from the latest. */
const FIRST: Readonly<Record<PatientSort, Direction>> = { name: "asc", admitted: "desc", ended: "desc" };

const KEYS: Readonly<Record<PatientSort, (row: OutcomePatient) => string>> = {
  name: ({ familyName, givenName }) => `${familyName} ${givenName}`,
  admitted: ({ admittedOn }) => admittedOn,
  ended: ({ dischargedOn }) => dischargedOn ?? "",
};

/** How the list is sorted: by name unless the address says otherwise. */
export function orderOf({ sort = "name", dir }: PatientsFilter): {
  readonly sort: PatientSort;
  readonly dir: Direction;
} {
  return { sort, dir: dir ?? FIRST[sort] };
}

/** What an order changes in the address: a heading again turns it around, and the order by name needs no word. */
export function nextOrder(asked: PatientsFilter, sort: PatientSort): Pick<PatientsFilter, "sort" | "dir"> {
  const now = orderOf(asked);
  const turned = now.dir === "asc" ? "desc" : "asc";
  const dir = now.sort === sort ? turned : FIRST[sort];
  return { sort: sort === "name" ? undefined : sort, dir: dir === FIRST[sort] ? undefined : dir };
}

/** The rows in an order; those that are equal by it stay by name, and by their ids. */
export function inOrder(rows: readonly OutcomePatient[], asked: PatientsFilter): readonly OutcomePatient[] {
  const { sort, dir } = orderOf(asked);
  const sign = dir === "asc" ? 1 : -1;
  const compare = (a: string, b: string) => a.localeCompare(b, "en-US");
  return rows.toSorted(
    (a, b) =>
      sign * compare(KEYS[sort](a), KEYS[sort](b)) ||
      compare(KEYS.name(a), KEYS.name(b)) ||
      compare(a.episodeId, b.episodeId),
  );
}
