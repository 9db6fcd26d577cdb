import type { EntryFields, EntryKind } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { goToFirstWrong } from "../../ui/first-wrong.ts";
import { Form, FormButtons } from "../../ui/form.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { type EntryDraft, emptyDraft, fieldOf, judge, type Problems, withNextDue } from "./draft.ts";
import { FORMS } from "./forms.tsx";
import type { PresentMedication } from "./medications.ts";
import { TITLES } from "./words.ts";

/** What was entered, by its type and key. */
interface EnteredRecord {
  readonly entry: EntryFields;
  readonly recordType: string;
  readonly recordId: string;
}

interface AddDialogProps {
  readonly patientId: string;
  readonly kind: EntryKind;
  readonly today: string;
  readonly present: readonly PresentMedication[];
  readonly first: Partial<EntryDraft>;
  readonly onEntered: (entered: EnteredRecord) => void;
  readonly onClose: () => void;
}

/** A form that enters one record. Its id is made when it opens: sending it twice enters it once. */
export function AddDialog({ patientId, kind, today, present, first, onEntered, onClose }: AddDialogProps) {
  const trpc = useTRPC();
  const form = useRef<HTMLFormElement>(null);
  const [entryId] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<EntryDraft>(() => ({ ...emptyDraft(today), ...first }));
  const [problems, setProblems] = useState<Problems>({});
  const [elsewhere, setElsewhere] = useState<string | null>(null);
  const [earlier, setEarlier] = useState(false);
  const mark = (found: Problems) => {
    setProblems(found);
    if (form.current) goToFirstWrong(form.current);
  };
  const add = useMutation(
    trpc.entries.add.mutationOptions({
      onSuccess: (answer, { entry }) => {
        if (answer.outcome === "entered") return onEntered({ ...answer, entry });
        if (answer.outcome === "entered_before") return setEarlier(true);
        const field = fieldOf(kind, answer.field);
        if (field === null) setElsewhere(answer.message);
        else mark({ [field]: answer.message });
      },
    }),
  );
  const put = (part: Partial<EntryDraft>) =>
    setDraft((before) => {
      const next = { ...before, ...part };
      return kind === "injection" ? withNextDue(next, before) : next;
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (add.isPending) return;
    const judged = judge(kind, draft, today);
    setElsewhere(null);
    mark("problems" in judged ? judged.problems : {});
    if ("entry" in judged) add.mutate({ patientId, entryId, entry: judged.entry });
  };
  const Fields = FORMS[kind];
  const wrong = Object.keys(problems).length > 0;
  return (
    <FormDialog title={TITLES[kind]} onClose={onClose}>
      <Form ref={form} onSubmit={submit} aria-busy={add.isPending}>
        <Fields draft={draft} put={put} problems={problems} today={today} present={present} />
        {wrong ? <p role="alert">Nothing was entered. Correct the marked fields.</p> : null}
        {elsewhere === null ? null : <p role="alert">Nothing was entered. {elsewhere}</p>}
        {earlier ? (
          <p role="alert">
            This was entered already when it was first sent, and stands otherwise than in this form. What you
            changed since was not taken in: close the form, look at the entry, and correct it there.
          </p>
        ) : null}
        <QueryProblem error={add.error} />
        <FormButtons>
          <button type="submit" className={buttons.main} disabled={add.isPending}>
            {add.isPending ? "Entering" : "Enter"}
          </button>
          <button type="button" className={buttons.framed} onClick={onClose}>
            Cancel
          </button>
        </FormButtons>
      </Form>
    </FormDialog>
  );
}
