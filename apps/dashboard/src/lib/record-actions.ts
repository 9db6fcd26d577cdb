import type { Correctable, EntryKind } from "@soundings/contract";
import { createContext, useContext } from "react";

/** What whoever reads a patient's page may change there. */
export interface RecordActions {
  /** Opens the correction of one record, by its type and key. */
  readonly correct: (recordType: Correctable, recordId: string) => void;
  /** Opens the entry of a new record. */
  readonly add: (kind: EntryKind) => void;
}

const Context = createContext<RecordActions | null>(null);

export const RecordActionsProvider = Context.Provider;

/** null for who may change nothing: then no page offers it. */
export function useRecordActions(): RecordActions | null {
  return useContext(Context);
}
