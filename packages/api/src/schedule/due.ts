import type { DuePage } from "@soundings/contract";
import { dueToday } from "@soundings/records";
import type { Asked } from "../trpc.ts";
import { programsIn, reachOf } from "./reach.ts";

/** Who in scope owes which measure, the longest first, from what is stored of today, else computed beside this thread. */
export async function readDue(
  asked: Asked,
  input: { readonly program?: string | undefined },
): Promise<DuePage> {
  const { store, scope, calculator } = asked;
  const today = asked.today();
  const all = dueToday(store, scope, today) ?? (await calculator.ask({ kind: "due", scope, today }));
  const chosen = all.filter(({ programId }) => input.program === undefined || programId === input.program);
  const reach = reachOf(asked, chosen);
  return {
    today,
    programs: programsIn(all),
    due: chosen.map(({ programId: _program, ...row }) => ({ ...row, ...reach.of(row.patientId) })),
  };
}
