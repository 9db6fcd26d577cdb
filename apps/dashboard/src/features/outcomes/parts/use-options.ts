import type { OutcomesOptions } from "@soundings/contract";
import { hashKey } from "@tanstack/react-query";
import { useTRPC } from "../../../lib/trpc.ts";
import { useCanceled } from "./canceled.ts";
import { isReversed } from "./search.ts";
import { useReady } from "./use-answer.ts";
import { useQuestion } from "./use-question.ts";

/** What the question can be narrowed by, and the days that it resolves to; undefined until that is known. */
export function useOptions(): OutcomesOptions | undefined {
  const trpc = useTRPC();
  const question = useQuestion();
  // Of a period that ends before it begins nothing can be counted; the other fields of the question stand all the same.
  const asked = isReversed(question) ? { ...question, from: undefined, to: undefined } : question;
  const isHeld = useCanceled()?.question === hashKey([question]);
  return useReady(trpc.outcomes.options.queryOptions(asked), isHeld).answer;
}
