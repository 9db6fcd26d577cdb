import { type LeavingFigure, type LeavingFigureAsk, setNamed } from "@soundings/clinical";
import type { OutcomePatients, OutcomePatientsInput, OutcomesFilter } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import { questionOf } from "./question.ts";
import type { OutcomesAnswer, OutcomesTask, Questions, What, WhenReady } from "./questions.types.ts";

interface Posing<W extends What> {
  readonly what: W;
  readonly filter: OutcomesFilter;
  readonly ask: Questions[W]["ask"];
}

/**
 * Asks a question of program outcomes of the episodes in the person's scope, and of no others.
 * @throws AppError bad_day, day_in_future, period_reversed, no_such_set, too_many_computations, computing_ended.
 */
export async function answerOf<W extends What>(
  { computations, person, scope, today: todayOf }: Asked,
  { what, filter, ask }: Posing<W>,
): Promise<WhenReady<OutcomesAnswer<W>>> {
  const today = todayOf();
  const question = questionOf(filter, today);
  const wanted = { scope, asOf: question.asOf, today };
  return computations.ask(person.personId, { what, wanted, question, ask } as OutcomesTask<W>);
}

/** The patients behind a number. @throws AppError no_such_set; as `answerOf` does. */
export async function patientsFor(
  asked: Asked,
  { set, offset = 0, ...filter }: OutcomePatientsInput,
): Promise<WhenReady<OutcomePatients>> {
  if (setNamed(set) === null) throw new AppError("no_such_set");
  return answerOf(asked, { what: "patients", filter, ask: { set, offset } });
}

/** A plot without what may not leave. @throws AppError therapist_stays_inside; as `answerOf` does. */
export async function leavingFigureFor(
  asked: Asked,
  filter: OutcomesFilter,
  ask: LeavingFigureAsk,
): Promise<WhenReady<LeavingFigure | null>> {
  if (filter.therapist !== undefined || ask.by === "therapist") throw new AppError("therapist_stays_inside");
  return answerOf(asked, { what: "figure", filter, ask });
}

/** Ends a computation for the person; of one that is not the person's, or has ended, nothing is said or done. */
export function cancelComputation(
  { computations, person }: Asked,
  { job }: { readonly job: string },
): { readonly done: true } {
  computations.cancel(person.personId, job);
  return { done: true };
}
