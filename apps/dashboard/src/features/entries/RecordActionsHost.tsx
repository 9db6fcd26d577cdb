import type { Correctable, EntryKind } from "@soundings/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { useMay } from "../../lib/me.ts";
import { type RecordActions, RecordActionsProvider } from "../../lib/record-actions.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { Confirmation, type Said } from "./Confirmation.tsx";
import type { Opened } from "./EntryDialogs.tsx";

const route = getRouteApi("/patients/$patientId");
const EntryDialogs = lazy(() => import("./EntryDialogs.tsx"));

/** Lets what stands in it enter and correct records of the patient in the address; the forms come once one is opened. */
export function RecordActionsHost({ children }: { children: ReactNode }) {
  const { patientId } = route.useParams();
  const { episodeId, asOf } = route.useSearch();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const may = useMay();
  const [opened, setOpened] = useState<(Opened & { readonly patientId: string }) | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  // Asked for by the page itself: here it is only looked at.
  const options = trpc.patient.page.queryOptions({ patientId, episodeId, asOf });
  const page = useQuery({ ...options, enabled: false }).data;
  const mayAdd = may("record.enter");
  const mayCorrect = may("record.correct") && page?.openedOutside === null;
  const actions = useMemo<RecordActions>(
    () => ({
      add: mayAdd ? (kind: EntryKind) => setOpened({ patientId, does: "add", kind }) : null,
      correct: mayCorrect
        ? (recordType: Correctable, recordId: string) =>
            setOpened({ patientId, does: "correct", recordType, recordId })
        : null,
    }),
    [mayAdd, mayCorrect, patientId],
  );
  const refresh = useCallback(() => {
    queryClient.invalidateQueries(trpc.patient.pathFilter());
    queryClient.invalidateQueries(trpc.entries.pathFilter());
  }, [queryClient, trpc]);
  const close = () => setOpened(null);
  const done = (words: string, undo: Said["undo"] = null) => {
    close();
    refresh();
    setSaid({ words, patientId, undo: mayCorrect ? undo : null });
  };
  const isHere = opened?.patientId === patientId;
  return (
    <RecordActionsProvider value={actions}>
      {children}
      <Confirmation said={said?.patientId === patientId ? said : null} onSay={setSaid} onChanged={refresh} />
      {opened && isHere && page ? (
        <Suspense fallback={null}>
          <EntryDialogs opened={opened} page={page} onDone={done} onClose={close} />
        </Suspense>
      ) : null}
    </RecordActionsProvider>
  );
}
