import type { OutcomeView } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTRPC } from "../../../lib/trpc.ts";
import buttons from "../../../ui/buttons.module.css";
import { problemOf } from "../../../ui/problem.ts";

const STAYS_MS = 10_000;

/** Says for ten seconds what was removed, with the way back. */
export function RemovedView({ view, onEnd }: { view: OutcomeView; onEnd: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const back = useMutation(
    trpc.outcomeViews.keep.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.outcomeViews.pathFilter());
        onEnd();
      },
    }),
  );
  const end = useEffectEvent(() => {
    if (back.isIdle) onEnd();
  });
  useEffect(() => {
    const timer = setTimeout(() => end(), STAYS_MS);
    return () => clearTimeout(timer);
  }, []);
  const { name, page, filter, shared } = view;
  return (
    <>
      Removed: {name}.{" "}
      <button
        type="button"
        className={buttons.word}
        disabled={back.isPending}
        onClick={() => back.mutate({ name, page, filter, shared })}
      >
        Undo
      </button>
      {back.error ? <span role="alert"> Not undone: {problemOf(back.error).title}</span> : null}
    </>
  );
}
