import type { PatientInput } from "@soundings/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type LiveNews, type LiveState, listen } from "../lib/live.ts";
import { useTRPC } from "../lib/trpc.ts";

type PatientKey = readonly [path: readonly string[], options?: { readonly input?: Partial<PatientInput> }];

function patientOf(key: readonly unknown[]): string | undefined {
  return (key as PatientKey)[1]?.input?.patientId;
}

/** Looks up again exactly what a written record can have changed, while the page is open. */
export function useLiveUpdates(): LiveState {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [state, setState] = useState<LiveState>({ live: true, updatedAt: Date.now() });
  useEffect(() => {
    const affected = (news: LiveNews) => {
      if (news.type === "reload") {
        window.location.reload();
        return;
      }
      const touches =
        news.type === "all" ? () => true : (id: string | undefined) => id !== undefined && news.ids.has(id);
      queryClient.invalidateQueries(trpc.caseload.pathFilter());
      queryClient.invalidateQueries(trpc.imports.pathFilter());
      queryClient.invalidateQueries(trpc.site.pathFilter());
      queryClient.invalidateQueries({
        ...trpc.patient.pathFilter(),
        predicate: ({ queryKey }) => touches(patientOf(queryKey)),
      });
    };
    return listen("/events", affected, setState);
  }, [trpc, queryClient]);
  return state;
}
