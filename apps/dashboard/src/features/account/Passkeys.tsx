import type { Me } from "@soundings/contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { auth } from "../../lib/auth.ts";
import { addPasskey, canUsePasskeys, NoPasskey } from "../../lib/passkeys.ts";
import buttons from "../../ui/buttons.module.css";
import { Form, FormButtons, TextField } from "../../ui/form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import classes from "./account.module.css";
import { moment } from "./moment.ts";
import { Section } from "./Section.tsx";
import { useRefreshMe } from "./useRefreshMe.ts";

function AddProblem({ error }: { error: unknown }) {
  if (!(error instanceof NoPasskey)) return <QueryProblem error={error} />;
  return (
    <Notice kind="problem" title="No passkey was made.">
      Your device did not make one, has one for this account already, or it was stopped. Nothing was changed.
    </Notice>
  );
}

function AddPasskey() {
  const [isAsked, setAsked] = useState(false);
  const [missing, setMissing] = useState({ name: false, password: false });
  const refresh = useRefreshMe();
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: async () => {
      setAsked(false);
      await refresh();
    },
  });
  if (!isAsked) {
    return (
      <button type="button" className={buttons.framed} onClick={() => setAsked(true)}>
        Add a passkey
      </button>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name")).trim();
    const password = String(form.get("password"));
    setMissing({ name: name === "", password: password === "" });
    if (name !== "" && password !== "") add.mutate({ name, password });
  };
  return (
    <Form onSubmit={submit} aria-busy={add.isPending}>
      <AddProblem error={add.error} />
      <TextField
        label="A name for this passkey"
        hint="So that you know it again, such as “Office laptop”."
        name="name"
        autoComplete="off"
        maxLength={60}
        autoFocus
        error={missing.name ? "Give it a name." : null}
      />
      <PasswordField
        label="Your password"
        name="password"
        autoComplete="current-password"
        error={missing.password ? "Enter your password." : null}
      />
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={add.isPending}>
          {add.isPending ? "Waiting for your device" : "Make the passkey"}
        </button>
        <button type="button" className={buttons.framed} onClick={() => setAsked(false)}>
          Cancel
        </button>
      </FormButtons>
    </Form>
  );
}

/** Passkeys of the account: a device or a password manager signs in without a password. */
export function Passkeys({ me }: { me: Me }) {
  const refresh = useRefreshMe();
  const query = useQuery({ queryKey: ["auth", "passkeys"], queryFn: auth.passkeys });
  const remove = useMutation({ mutationFn: auth.passkeyRemove, onSuccess: refresh });
  const passkeys = query.data?.passkeys ?? [];
  return (
    <Section title="Passkeys" state={me.passkeys === 0 ? "none" : String(me.passkeys)}>
      <p className={classes.quiet}>
        A passkey lives on a device or in a password manager and signs you in with a finger, your face or the
        device's own code.
      </p>
      <QueryProblem error={query.error} onRetry={query.refetch} />
      <QueryProblem error={remove.error} />
      {passkeys.length > 0 ? (
        <ul className={classes.list}>
          {passkeys.map(({ passkeyId, name, addedAt }) => (
            <li key={passkeyId} className={classes.line}>
              <span>{name}</span>
              <span className={classes.quiet}>added {moment(addedAt)}</span>
              <button
                type="button"
                className={buttons.word}
                aria-label={`Remove the passkey ${name}`}
                disabled={remove.isPending}
                onClick={() => remove.mutate(passkeyId)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {canUsePasskeys() ? (
        <AddPasskey />
      ) : (
        <p className={classes.quiet}>This browser has no passkeys for this address.</p>
      )}
    </Section>
  );
}
