import type { BeforeAfter, OutcomesJson, Overview } from "@soundings/clinical";

/** More patients with the same two scores are drawn as one field, not as so many dots. */
const MOST_DOTS = 25;

/** Nobody of a crowded place can be told from the others there: one dot says how many they are, and names none of them. */
function crowded(dots: readonly BeforeAfter[]): readonly BeforeAfter[] {
  const places = Map.groupBy(dots, ({ pre, post }) => `${pre}/${post}`);
  return [...places.values()].flatMap((here) => {
    const [first] = here;
    if (first === undefined || here.length <= MOST_DOTS) return here;
    return [{ ...first, episodeId: "", patientId: "", patients: here.length }];
  });
}

function withoutRuns(json: OutcomesJson): OutcomesJson {
  return { ...json, screens: { ...json.screens, longest_negative_runs: [] } };
}

/**
 * The first page without what it does not show: the runs of single patients, which it counts in groups, and the single dots of
 * crowded places. A cohort of a hundred thousand is then as small as one of a few thousand.
 */
export function forPage(overview: Overview): Overview {
  const { all, completers, against, beforeAfter } = overview;
  return {
    ...overview,
    all: withoutRuns(all),
    completers: withoutRuns(completers),
    against: against === null ? null : { ...against, json: withoutRuns(against.json) },
    beforeAfter: { "phq-9": crowded(beforeAfter["phq-9"]), "gad-7": crowded(beforeAfter["gad-7"]) },
  };
}
