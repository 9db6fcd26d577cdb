import type { MakeReportInput } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "../../../lib/trpc.ts";

/** How often the page asks how far a report is. */
const ASK_AGAIN_MS = 500;

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
    try {
      while (wanted.current === mine) {
        const made = await mutateAsync(input);
        const isWanted = wanted.current === mine;
        if (made.state === "ready") {
          queryClient.invalidateQueries(trpc.outcomeReports.list.queryFilter());
          setState({ ...IDLE, ended: isWanted ? null : "late" });
          if (isWanted) onMade(made.answer.reportId);
          return;
        }
        if (!isWanted) return;
        setState({ ...IDLE, isMaking: true, progress: made });
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      }
    } catch (error) {
      if (wanted.current === mine) setState({ ...IDLE, error });
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
