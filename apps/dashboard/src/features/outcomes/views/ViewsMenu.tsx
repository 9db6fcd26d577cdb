import type { OutcomeView } from "@soundings/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useMay } from "../../../lib/me.ts";
import { useTRPC } from "../../../lib/trpc.ts";
import buttons from "../../../ui/buttons.module.css";
import { problemOf } from "../../../ui/problem.ts";
import { QueryProblem } from "../../../ui/QueryProblem.tsx";
import { KeepView } from "./KeepView.tsx";
import { RemovedView } from "./RemovedView.tsx";
import { useShown } from "./use-shown.ts";
import { ViewList } from "./ViewList.tsx";
import classes from "./views.module.css";

function useRemoval(onRemoved: (view: OutcomeView) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const removal = useMutation(
    trpc.outcomeViews.remove.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.outcomeViews.pathFilter()),
    }),
  );
  return {
    error: removal.error,
    remove: (view: OutcomeView) =>
      removal.mutate({ viewId: view.viewId }, { onSuccess: () => onRemoved(view) }),
  };
}

interface PanelProps {
  readonly id: string;
  readonly onKeep: () => void;
  readonly onClose: () => void;
  readonly onRemoved: (view: OutcomeView) => void;
}

function Panel({ id, onKeep, onClose, onRemoved }: PanelProps) {
  const trpc = useTRPC();
  const may = useMay()("outcomes.note");
  const { page, filter } = useShown();
  const list = useQuery(trpc.outcomeViews.list.queryOptions());
  const removal = useRemoval(onRemoved);
  const views = list.data?.views;
  return (
    <div id={id} className={classes.panel}>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {views?.length === 0 ? <p className={classes.none}>No question has been kept yet.</p> : null}
      {views === undefined ? null : (
        <ViewList
          views={views}
          page={page}
          filter={filter}
          mayRemove={may}
          onOpen={onClose}
          onRemove={removal.remove}
        />
      )}
      {removal.error ? <p role="alert">Not removed: {problemOf(removal.error).title}</p> : null}
      {may && page !== null ? (
        <button type="button" className={buttons.framed} onClick={onKeep}>
          Keep this question…
        </button>
      ) : null}
    </div>
  );
}

/** Questions kept under a name: open one, keep the present one, remove one. */
export function ViewsMenu() {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  const [said, setSaid] = useState("");
  const [removed, setRemoved] = useState<OutcomeView | null>(null);
  const close = () => {
    button.current?.focus();
    setOpen(false);
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    close();
  };
  return (
    <fieldset aria-label="Kept views" className={classes.place} onBlur={leave} onKeyDown={press}>
      <button
        ref={button}
        type="button"
        className={buttons.word}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          setSaid("");
          setOpen(!isOpen);
        }}
      >
        Kept views
      </button>
      {isOpen ? (
        <Panel id={id} onKeep={() => setKeeping(true)} onClose={close} onRemoved={setRemoved} />
      ) : null}
      <p role="status" className={classes.said}>
        {said}
        {removed === null ? null : (
          <RemovedView key={removed.viewId} view={removed} onEnd={() => setRemoved(null)} />
        )}
      </p>
      {isKeeping ? <KeepView onSaid={setSaid} onClose={() => setKeeping(false)} /> : null}
    </fieldset>
  );
}
