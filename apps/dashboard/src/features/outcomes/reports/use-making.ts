import type { MakeReportInput } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "../../../lib/trpc.ts";

/** How long after being told how far a report is the page asks again; the server itself waits a moment for it. */
const ASK_AGAIN_MS = 100;

export interface Progress {
  readonly job: string;
  readonly done: number;
  readonly total: number;
}

export interface Making {
  readonly isMaking: boolean;
  /** How far it is; null until that is known. */
  readonly progress: Progress | null;
  readonly error: unknown;
  /** `late`: it was made before it could be canceled. */
  readonly ended: "canceled" | "late" | null;
  readonly start: (input: MakeReportInput) => void;
  readonly cancel: () => void;
}

type State = Pick<Making, "isMaking" | "progress" | "error" | "ended">;

const IDLE: State = { isMaking: false, progress: null, error: null, ended: null };

type Made =
  | ({ readonly state: "working" } & Progress)
  | { readonly state: "ready"; readonly answer: { readonly reportId: string } };

/** The report, once it is made; null when it was no longer wanted before. */
async function untilReady(
  ask: () => Promise<Made>,
  isWanted: () => boolean,
  onFar: (progress: Progress) => void,
): Promise<string | null> {
  while (isWanted()) {
    const made = await ask();
    if (made.state === "ready") return made.answer.reportId;
    if (isWanted()) onFar(made);
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return null;
}

/** Makes a report: asks again until it is kept, or until it is canceled or the page is left. */
export function useMaking(onMade: (reportId: string) => void): Making {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutateAsync } = useMutation(trpc.outcomeReports.make.mutationOptions());
  const { mutate: cancel } = useMutation(trpc.outcomes.cancel.mutationOptions());
  const [state, setState] = useState(IDLE);
  /** The run that is wanted; a later one, none, or a page that was left ends those before. */
  const wanted = useRef(0);
  useEffect(
    () => () => {
      wanted.current += 1;
    },
    [],
  );
  const run = async (input: MakeReportInput) => {
    wanted.current += 1;
    const mine = wanted.current;
    setState({ ...IDLE, isMaking: true });
    const isWanted = () => wanted.current === mine;
    try {
      const ask = () => mutateAsync(input);
      const onFar = (progress: Progress) => setState({ ...IDLE, isMaking: true, progress });
      const reportId = await untilReady(ask, isWanted, onFar);
      if (reportId === null) return;
      queryClient.invalidateQueries(trpc.outcomeReports.list.queryFilter());
      setState({ ...IDLE, ended: isWanted() ? null : "late" });
      if (isWanted()) onMade(reportId);
    } catch (error) {
      if (isWanted()) setState({ ...IDLE, error });
    }
  };
  return {
    ...state,
    start: (input) => void run(input),
    cancel: () => {
      wanted.current += 1;
      if (state.progress !== null) cancel({ job: state.progress.job });
      setState({ ...IDLE, ended: "canceled" });
    },
  };
}
