import type { Consent, ConsentsPage, EndConsentInput } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { DateField, Form, FormButtons, SelectField, TextArea } from "../../ui/form.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";

interface EndFormProps {
  readonly consent: Consent;
  readonly today: ConsentsPage["today"];
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

const HOW: readonly { readonly value: EndConsentInput["how"]; readonly label: string }[] = [
  { value: "revoked", label: "The patient revoked it" },
  { value: "event_happened", label: "The event that ends it has happened" },
  { value: "entered_in_error", label: "It was entered in error" },
];

export function EndForm({ consent, today, onDone, onCancel }: EndFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [how, setHow] = useState<EndConsentInput["how"]>("revoked");
  const [on, setOn] = useState<string>(today);
  const [why, setWhy] = useState("");
  const end = useMutation(
    trpc.consents.end.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.consents.pathFilter());
        onDone(`The consent for ${consent.recipient} is no longer in force.`);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    end.mutate({ consentId: consent.consentId, how, on, why });
  };
  const choices = HOW.filter(({ value }) => value !== "event_happened" || consent.ends.by === "event");
  return (
    <Form onSubmit={submit}>
      <p>
        Nothing more leaves on the consent for {consent.recipient}. What has left before stays on record. This
        cannot be taken back; a new consent can be recorded.
      </p>
      <SelectField
        label="What happened"
        choices={choices}
        value={how}
        onChange={({ currentTarget }) => setHow(currentTarget.value as EndConsentInput["how"])}
      />
      <DateField
        label="On"
        value={on}
        max={today}
        onChange={({ currentTarget }) => setOn(currentTarget.value)}
      />
      <TextArea
        label="How it became known"
        hint="Such as: said in session, by letter of March 3."
        value={why}
        maxLength={300}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
      <QueryProblem error={end.error} />
      <FormButtons>
        <button
          type="submit"
          className={buttons.main}
          disabled={end.isPending || why.trim() === "" || on === ""}
        >
          {how === "revoked" ? "Revoke the consent" : "End the consent"}
        </button>
        <button type="button" className={buttons.framed} onClick={onCancel}>
          Leave it as it is
        </button>
      </FormButtons>
    </Form>
  );
}
