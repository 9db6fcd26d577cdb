import { LEVELS_OF_CARE } from "../../records/codes.ts";
import type { Site } from "../../records/types.ts";
import { wilson } from "../../statistics/wilson.ts";
import type { LevelsAnswer } from "../answers.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { LevelsFigure } from "../figure.types.ts";
import type { Rate } from "../json.ts";
import { flowing, stepsOf } from "../levels/levels.ts";
import { segmentsOf } from "../levels/path.ts";
import { hasReturned, notFollowed, RETURN_DAYS, type ReturnDays, staysByPatient } from "../levels/returns.ts";
import type { CohortQuestion } from "../question.ts";
import type { Ledger } from "./ledger.ts";

type Facts = readonly EpisodeFacts[];

/** Those of whom levels tell: the discharged of the period, and beside them those who are still here. */
export interface Leveled {
  readonly facts: Facts;
  readonly site: Site;
  readonly question: CohortQuestion;
  readonly discharged: Facts;
}

function returnsOf({ facts, site, question, discharged }: Leveled, within: ReturnDays) {
  const stays = staysByPatient(facts, site);
  const followed = discharged.filter((one) => notFollowed(one, within, question.asOf) === null);
  const came = (one: EpisodeFacts) => hasReturned(one, site, stays, within);
  return { followed, returned: followed.filter(came), others: followed.filter((one) => !came(one)) };
}

/** How many came back, from where to where stays went, and how long they were at each level. */
export function claimLevels(ledger: Ledger, leveled: Leveled): void {
  const { facts, site, question, discharged } = leveled;
  for (const days of RETURN_DAYS) {
    const { followed, returned, others } = returnsOf(leveled, days);
    const name = `now/returned/${days}`;
    ledger.cell(`${name}/others`, others);
    ledger.claim(name, [
      ledger.cell(`${name}/followed`, followed),
      ledger.cell(`${name}/returned`, returned),
    ]);
  }
  for (const level of LEVELS_OF_CARE) {
    const name = `now/placed/${level}`;
    const placed = discharged.filter((one) =>
      segmentsOf(one, site).some((segment) => segment.level === level),
    );
    ledger.claim(name, [ledger.cell(name, placed)]);
  }
  const steps = new Map<string, EpisodeFacts[]>();
  for (const one of flowing(facts, site, question)) {
    for (const { from, to } of stepsOf(one, site)) {
      const key = `now/moved/${from}/${to}`;
      const held = steps.get(key);
      if (held === undefined) steps.set(key, [one]);
      else held.push(one);
    }
  }
  for (const [name, episodes] of [...steps].toSorted(([, a], [, b]) => b.length - a.length)) {
    ledger.claim(name, [ledger.cell(name, episodes)]);
  }
}

export function levelsFigure({ links }: LevelsAnswer, may: (claim: string) => boolean): LevelsFigure {
  return {
    kind: "levels",
    links: links.map(({ from, to, episodes }) => ({
      from,
      to,
      episodes: may(`now/moved/${from}/${to}`) ? episodes : null,
    })),
  };
}

/** Returns within some days; null when they may not be told. */
export function returnRate(leveled: Leveled, days: ReturnDays, may: (claim: string) => boolean): Rate | null {
  if (!may(`now/returned/${days}`)) return null;
  const { followed, returned } = returnsOf(leveled, days);
  return wilson(returned.length, followed.length);
}
