import { dateOf, type Instant } from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import { type Actor, gatherHolding, type Holding, type Store, siteOf, type Wanted } from "@soundings/records";
import { todayIn } from "../services.ts";
import { answerTo } from "./answers.ts";
import { questionOf } from "./question.ts";
import { keep, notesFor } from "./reports.ts";

async function held(store: Store, wanted: Wanted): Promise<Holding> {
  const gathering = gatherHolding(store, wanted);
  for (;;) {
    const step = await gathering.next();
    if (step.done === true) return step.value;
  }
}

/** A report to make: about which program, of what, by whom, and on which moment that has passed. */
interface ReportAt {
  readonly programId: string;
  readonly filter: OutcomesFilter;
  readonly actor: Actor;
  readonly at: Instant;
}

/**
 * Makes and keeps a report of one program with the notes of that time, as a director makes it on a page, but at a moment that has passed: for
 * a demo clinic, whose records reach back to before it was made. Answers its id.
 * @throws AppError as `questionOf` does.
 */
export async function reportAt(store: Store, { programId, filter, actor, at }: ReportAt): Promise<string> {
  const { zone } = siteOf(store);
  const madeOn = dateOf(at, zone);
  const question = questionOf({ ...filter, program: programId }, madeOn);
  const programIds = [programId];
  const wanted = {
    scope: [{ of: "programs", programIds }],
    asOf: question.asOf,
    today: todayIn(zone),
  } as const;
  const holding = await held(store, wanted);
  const ask = { madeOn, notes: notesFor({ store }, programIds, at), also: null };
  const made = answerTo({ store, holding }, { what: "report", wanted, question, ask });
  return keep({ store, actor, now: () => at }, programIds, made);
}
