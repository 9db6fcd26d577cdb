import type { OutcomesOptions } from "@soundings/contract";
import { useTRPC } from "../../../lib/trpc.ts";
import { useAnswer } from "./use-answer.ts";
import { useQuestion } from "./use-question.ts";

/** What the question can be narrowed by, and the days that it resolves to; undefined until that is known. */
export function useOptions(): OutcomesOptions | undefined {
  const trpc = useTRPC();
  return useAnswer(trpc.outcomes.options.queryOptions(useQuestion())).answer;
}
