import type { Correctable, EntryKind } from "@soundings/contract";
import { createContext, useContext } from "react";

/** What whoever reads a patient's page may change there; null for what the person may not. */
export interface RecordActions {
  /** Opens the correction of one record, by its type and key. */
  readonly correct: ((recordType: Correctable, recordId: string) => void) | null;
  /** Opens the entry of a new record. */
  readonly add: ((kind: EntryKind) => void) | null;
}

const NONE: RecordActions = { correct: null, add: null };
const Context = createContext(NONE);

export const RecordActionsProvider = Context.Provider;

/** Outside the patient page nothing can be changed: then no page offers it. */
export function useRecordActions(): RecordActions {
  return useContext(Context);
}
