import type { EpisodeFacts } from "../facts.types.ts";
import type { Cell } from "./atoms.ts";
import { isSmall } from "./protected-sets.ts";
import type { Claim, Claims } from "./withholding.ts";

/** Everything that one question could tell, before it is decided what is told. */
export interface Ledger {
  /** A set of episodes by name; the first of a name stands. Answers the name. */
  readonly cell: (name: string, episodes: readonly EpisodeFacts[]) => string;
  /** A set of weeks of stays. */
  readonly weeks: (name: string, weeks: readonly (readonly [EpisodeFacts, number])[]) => string;
  /** Counts that are only ever told whole, such as sessions; each of a set is a count of its own. */
  readonly sums: (name: string, parts: readonly { readonly key: string; readonly size: number }[]) => string;
  /** Two cells of one size, though their units differ. */
  readonly equal: (one: string, other: string) => void;
  /** Cells that exclude each other. */
  readonly row: (names: readonly string[]) => void;
  /**
   * What is told, in the order in which it is claimed; the first of an id stands.
   *
   * @param from those of whom it tells something that is no count of people; nothing is told of 1 to 10
   */
  readonly claim: (id: string, cells: readonly string[], from?: readonly EpisodeFacts[]) => void;
  readonly claims: () => Claims;
}

export function newLedger(): Ledger {
  const units = new Map<string, number>();
  const sizes = new Map<number, number>();
  const cells = new Map<string, Cell>();
  const claims = new Map<string, Claim>();
  const rows: (readonly string[])[] = [];
  const equal: (readonly [string, string])[] = [];
  const unit = (key: string): number => {
    const known = units.get(key) ?? units.size;
    units.set(key, known);
    return known;
  };
  const keep = (name: string, members: () => readonly number[]): string => {
    if (!cells.has(name)) cells.set(name, { name, members: members() });
    return name;
  };
  return {
    cell: (name, episodes) => keep(name, () => episodes.map(({ episodeId }) => unit(episodeId))),
    weeks: (name, weeks) =>
      keep(name, () => weeks.map(([{ episodeId }, week]) => unit(`${episodeId} week ${week}`))),
    sums: (name, parts) =>
      keep(name, () =>
        parts.map(({ key, size }) => {
          const place = unit(`sum ${key}`);
          sizes.set(place, size);
          return place;
        }),
      ),
    equal: (one, other) => {
      equal.push([one, other]);
    },
    row: (names) => {
      rows.push(names);
    },
    claim: (id, names, from = []) => {
      if (!(claims.has(id) || isSmall(from.length))) claims.set(id, { id, cells: names });
    },
    claims: () => ({ cells: [...cells.values()], sizes, rows, equal, claims: [...claims.values()] }),
  };
}
