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
  /** Ids of what is of 1 to 10 people and was not claimed for that. */
  readonly refused: () => ReadonlySet<string>;
  readonly claims: () => Claims;
}

export function newLedger(): Ledger {
  const episodes = new Map<string, number>();
  const weeksOf: number[][] = [];
  const sums = new Map<string, number>();
  let units = 0;
  const sizes = new Map<number, number>();
  const cells = new Map<string, Cell>();
  const claims = new Map<string, Claim>();
  const refused = new Set<string>();
  const rows: (readonly string[])[] = [];
  const equal: (readonly [string, string])[] = [];
  const nextUnit = (): number => {
    units += 1;
    return units - 1;
  };
  const unitOf = (of: Map<string, number>, key: string): number => {
    const known = of.get(key);
    if (known !== undefined) return known;
    const unit = nextUnit();
    of.set(key, unit);
    return unit;
  };
  const weekUnit = ({ episodeId }: EpisodeFacts, week: number): number => {
    const episode = unitOf(episodes, episodeId);
    const weeks = weeksOf[episode] ?? [];
    weeksOf[episode] = weeks;
    const unit = weeks[week] ?? nextUnit();
    weeks[week] = unit;
    return unit;
  };
  const keep = (name: string, members: () => readonly number[]): string => {
    if (!cells.has(name)) cells.set(name, { name, members: members() });
    return name;
  };
  return {
    cell: (name, members) => keep(name, () => members.map(({ episodeId }) => unitOf(episodes, episodeId))),
    weeks: (name, weeks) => keep(name, () => weeks.map(([one, week]) => weekUnit(one, week))),
    sums: (name, parts) =>
      keep(name, () =>
        parts.map(({ key, size }) => {
          const place = unitOf(sums, key);
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
      if (isSmall(from.length)) refused.add(id);
      else if (!claims.has(id)) claims.set(id, { id, cells: names });
    },
    refused: () => refused,
    claims: () => ({ cells: [...cells.values()], sizes, rows, equal, claims: [...claims.values()] }),
  };
}
