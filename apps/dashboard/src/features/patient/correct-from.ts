import type { Correctable } from "@soundings/contract";
import type { SyntheticEvent } from "react";
import type { RecordActions } from "../../lib/record-actions.ts";

/** Corrects the record of the cell that was meant: one listener of a table serves all its cells, which name theirs in `data-correct`. */
export function correctFrom(correct: RecordActions["correct"], recordType: Correctable) {
  return (event: SyntheticEvent): void => {
    if (correct === null || !(event.target instanceof Element)) return;
    const cell = event.target.closest("[data-correct]");
    const recordId = cell?.getAttribute("data-correct");
    if (!recordId) return;
    event.preventDefault();
    correct(recordType, recordId);
  };
}
