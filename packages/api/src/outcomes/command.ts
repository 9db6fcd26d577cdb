import { type EpisodeFacts, factsOf, type OutcomesJson, outcomesOf } from "@soundings/clinical";
import { iterateCharts, type ReadStore, siteOf } from "@soundings/records";
import { dayNamed } from "../day.ts";
import { AppError } from "../errors.ts";
import { CommandError } from "../sentence.ts";
import { todayIn } from "../services.ts";

/** A question of the command line about program outcomes. Absent: all programs, and today in the site's time zone. */
export interface OutcomesQuestion {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly asOf?: string | undefined;
  readonly programId?: string | undefined;
}

/**
 * Program outcomes over a period, in the form of the contract, computed from the records as they stand. A program that is not
 * on record has an empty cohort.
 * @throws AppError bad_day for a day that is not in the calendar, period_reversed when the period ends before it begins;
 * CommandError when one of its days is missing.
 */
export async function outcomes(
  store: ReadStore,
  { from, to, asOf, programId }: OutcomesQuestion,
): Promise<OutcomesJson> {
  const first = dayNamed(from);
  const last = dayNamed(to);
  if (first === null || last === null)
    throw new CommandError(
      "Outcomes are of a period: name its first day with --from and its last with --to, YYYY-MM-DD.",
    );
  if (first > last) throw new AppError("period_reversed");
  const site = siteOf(store);
  const day = dayNamed(asOf) ?? todayIn(site.zone);
  const facts: EpisodeFacts[] = [];
  for await (const chart of iterateCharts(store, { programId })) facts.push(...factsOf(chart, site, day));
  const filter = programId === undefined ? {} : { program: programId };
  return outcomesOf(facts, site, { from: first, to: last, asOf: day, filter });
}
