import type { OpenOutsideResult } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { opening, useOpeningAsked } from "../../lib/opening.ts";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form, FormButtons, TextArea } from "../../ui/form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { askedOf, type By, type Missing } from "./asked.ts";
import { WhoFields } from "./WhoFields.tsx";

function textOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** Goes to the patient once the server has opened the record. */
function useOpening() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const goTo = async (result: OpenOutsideResult) => {
    if (result.outcome === "not_found") return;
    opening.ask(false);
    await queryClient.invalidateQueries(trpc.patient.pathFilter());
    await navigate({ to: "/patients/$patientId", params: { patientId: result.patientId } });
  };
  return useMutation(trpc.patientAccess.openOutside.mutationOptions({ onSuccess: goTo }));
}

function OpeningForm() {
  const [by, setBy] = useState<By>("record_number");
  const [missing, setMissing] = useState<Missing>({});
  const form = useRef<HTMLFormElement>(null);
  const open = useOpening();
  useEffect(() => {
    if (Object.keys(missing).length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [missing]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = askedOf(textOf(event.currentTarget), by);
    setMissing("missing" in asked ? asked.missing : {});
    if ("input" in asked) open.mutate(asked.input);
  };
  return (
    <Form ref={form} onSubmit={submit} aria-busy={open.isPending}>
      <TextArea
        label="Why you need to see this patient"
        hint="At least 5 characters. It is kept in the audit and shown to the director; names do not belong in it, nor what is private to the patient."
        name="reason"
        rows={2}
        maxLength={500}
        error={missing.reason}
      />
      <WhoFields by={by} onChange={setBy} missing={missing} />
      {open.data?.outcome === "not_found" ? (
        <Notice kind="problem" title="No record was opened.">
          Nobody has exactly this number, or exactly this name and birth date; or more than one person has
          them, and then only the record number opens the record. That you looked is in the audit.
        </Notice>
      ) : null}
      <QueryProblem error={open.error} />
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={open.isPending}>
          {open.isPending ? "Opening" : "Open and tell the director"}
        </button>
        <button type="button" className={buttons.framed} onClick={() => opening.ask(false)}>
          Cancel
        </button>
      </FormButtons>
    </Form>
  );
}

/** A patient outside one's own is opened with a reason, which is on record before anything is looked up. */
export function OpeningDialog() {
  const isAsked = useOpeningAsked();
  return (
    <Dialog title="Open a patient who is not yours" open={isAsked} onClose={() => opening.ask(false)}>
      <p>
        The record opens for 8 hours. Your name, your reason and what you look at are recorded, and the
        program's director is told at once.
      </p>
      <OpeningForm />
    </Dialog>
  );
}
