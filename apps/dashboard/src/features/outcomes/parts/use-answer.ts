import type { OutcomesFilter } from "@soundings/contract";
import { hashKey, type QueryKey, type UseQueryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../../lib/trpc.ts";
import { setCanceled, useCanceled } from "./canceled.ts";
import { isReversed } from "./search.ts";
import { useQuestion } from "./use-question.ts";

type WhenReady<A> =
  | { readonly state: "working"; readonly job: string; readonly done: number; readonly total: number }
  | { readonly state: "ready"; readonly answer: A };

/** How long after being told how far an answer is the page asks again; the server itself waits a moment for it. */
const ASK_AGAIN_MS = 100;

export interface Answer<A> {
  /** The answer to this question, or the last one while this one is made or could not be. */
  readonly answer: A | undefined;
  /** The question that `answer` answers: the links of an answer lead to its own people, also while another is made. */
  readonly question: OutcomesFilter;
  /** Whether `answer` answers an earlier question. */
  readonly isOld: boolean;
  /** How far it is, of `total` patients; 0 until that is known. Null when nothing is being made. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly error: unknown;
  /** The period ends before it begins: nothing is asked. */
  readonly isReversed: boolean;
  readonly isCanceled: boolean;
  readonly cancel: () => void;
  readonly retry: () => void;
}

/**
 * The answer to a question that may take its time: it is asked for again until it is ready, and may be canceled.
 * Takes the options of a query of `outcomes` that answers when it is ready.
 */
export function useAnswer<A, E, K extends QueryKey>(
  options: UseQueryOptions<WhenReady<A>, E, WhenReady<A>, K>,
): Answer<A> {
  const reversed = isReversed(useQuestion());
  return { ...useReady(options, reversed), isReversed: reversed };
}

/** The same for what stands beside the answer; while it is held, nothing is asked. */
export function useReady<A, E, K extends QueryKey>(
  options: UseQueryOptions<WhenReady<A>, E, WhenReady<A>, K>,
  isHeld: boolean,
): Omit<Answer<A>, "isReversed"> {
  const trpc = useTRPC();
  const asked = useQuestion();
  const question = hashKey([asked]);
  const key = hashKey(options.queryKey);
  const isCanceled = useCanceled()?.query === key;
  const query = useQuery({
    ...options,
    enabled: !isHeld && !isCanceled,
    refetchInterval: ({ state }) => (state.data?.state === "working" ? ASK_AGAIN_MS : false),
  });
  const { mutate } = useMutation(trpc.outcomes.cancel.mutationOptions());
  const ready = query.data?.state === "ready" && !isHeld ? query.data.answer : undefined;
  const [last, setLast] = useState({ answer: ready, asked, question });
  if (ready !== undefined && (ready !== last.answer || question !== last.question)) {
    setLast({ answer: ready, asked, question });
  }
  const working = query.data?.state === "working" ? query.data : null;
  return {
    answer: ready ?? last.answer,
    question: ready === undefined ? last.asked : asked,
    isOld: ready === undefined && last.answer !== undefined,
    progress: isCanceled || query.error !== null ? null : working,
    error: isCanceled ? null : query.error,
    isCanceled,
    cancel: () => {
      setCanceled({ query: key, question });
      if (working !== null) mutate({ job: working.job });
    },
    retry: () => {
      setCanceled(null);
      void query.refetch();
    },
  };
}
