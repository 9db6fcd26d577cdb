import type { Correctable, EntryKind, PatientPage } from "@soundings/contract";
import { AddDialog } from "./AddDialog.tsx";
import type { Said } from "./Confirmation.tsx";
import { CorrectDialog } from "./CorrectDialog.tsx";
import { firstOf } from "./first.ts";
import { presentMedications } from "./medications.ts";
import { elsewhereWords, enteredWords } from "./words.ts";

export type Opened =
  | { readonly does: "add"; readonly kind: EntryKind }
  | { readonly does: "correct"; readonly recordType: Correctable; readonly recordId: string };

interface EntryDialogsProps {
  readonly opened: Opened;
  readonly page: PatientPage;
  readonly onDone: (words: string, undo?: Said["undo"]) => void;
  readonly onClose: () => void;
}

/** The form that was asked for, with what it takes from the page. */
export default function EntryDialogs({ opened, page, onDone, onClose }: EntryDialogsProps) {
  const { patientId } = page.patient;
  if (opened.does === "add") {
    return (
      <AddDialog
        key={opened.kind}
        patientId={patientId}
        kind={opened.kind}
        today={page.today}
        present={presentMedications(page.picture)}
        first={firstOf(opened.kind, page)}
        onEntered={({ entry, recordType, recordId }) =>
          onDone(enteredWords(entry, page.today) + elsewhereWords(page), { recordType, recordId })
        }
        onClose={onClose}
      />
    );
  }
  const { recordType, recordId } = opened;
  return (
    <CorrectDialog
      key={`${recordType}:${recordId}`}
      record={{ patientId, recordType, recordId }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
