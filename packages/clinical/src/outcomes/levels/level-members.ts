import { daysBetween } from "../../calendar/civil.ts";
import type { Site } from "../../records/types.ts";
import { dischargedCohort } from "../cohort.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { CohortQuestion } from "../question.ts";
import type { EpisodeSet, ReturnPart } from "../sets.ts";
import { flowing, stepsOf } from "./levels.ts";
import { segmentsOf } from "./path.ts";
import { hasReturned, notFollowed, type ReturnDays, staysByPatient } from "./returns.ts";

/** The sets behind `LevelsAnswer`. */
export type LevelSet = Extract<EpisodeSet, { readonly of: "moved" | "placed" | "returned" }>;

interface Listed {
  readonly facts: EpisodeFacts;
  readonly why: string | null;
}

const DAYS: Readonly<Record<ReturnPart, ReturnDays>> = {
  "within-30": 30,
  "within-90": 90,
  "followed-30": 30,
  "followed-90": 90,
  "not-followed-30": 30,
  "not-followed-90": 90,
};

function returned(
  all: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
  part: ReturnPart,
): readonly Listed[] {
  const within = DAYS[part];
  const judged = dischargedCohort(all, site, question).map((facts) => ({
    facts,
    why: notFollowed(facts, within, question.asOf),
  }));
  if (part.startsWith("not-followed")) return judged.filter(({ why }) => why !== null);
  const followed = judged.filter(({ why }) => why === null);
  if (part.startsWith("followed")) return followed;
  const stays = staysByPatient(all, site);
  return followed.filter(({ facts }) => hasReturned(facts, site, stays, within));
}

/** How long a stay was at a level, each time by itself. */
function placed(facts: EpisodeFacts, site: Site, level: string): readonly Listed[] {
  const days = segmentsOf(facts, site).flatMap(({ level: at, from, to }) =>
    at === level && to !== null ? [daysBetween(from, to)] : [],
  );
  return days.length === 0 ? [] : [{ facts, why: `Days at this level: ${days.join(", ")}` }];
}

/** The episodes behind a number of `levelsOf`, in no order. @throws RangeError for a period reversed. */
export function levelMembers(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
  set: LevelSet,
): readonly Listed[] {
  if (set.of === "moved") {
    return flowing(facts, site, question)
      .filter((one) => stepsOf(one, site).some(({ from, to }) => from === set.from && to === set.to))
      .map((one) => ({ facts: one, why: null }));
  }
  if (set.of === "returned") return returned(facts, site, question, set.part);
  return dischargedCohort(facts, site, question).flatMap((one) => placed(one, site, set.level));
}
