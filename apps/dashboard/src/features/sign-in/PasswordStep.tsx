import { emailIn } from "@soundings/contract";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { NoPasskey } from "../../lib/passkeys.ts";
import buttons from "../../ui/buttons.module.css";
import { Form, FormButtons, TextField } from "../../ui/form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import type { SignInWay } from "./useSignIn.ts";

interface Missing {
  readonly email?: string;
  readonly password?: string;
}

function missingOf(email: string, password: string): Missing {
  return {
    ...(emailIn.safeParse(email).success ? {} : { email: "Enter the e-mail address of your account." }),
    ...(password === "" ? { password: "Enter your password." } : {}),
  };
}

/** What a try by passkey ended with. */
function PasskeyProblem({ error }: { error: unknown }) {
  if (!(error instanceof NoPasskey)) return <QueryProblem error={error} />;
  return (
    <Notice kind="problem" title="No passkey was given.">
      Your device has none for this site, or it was stopped. Try again, or sign in by password.
    </Notice>
  );
}

interface PasswordStepProps {
  readonly way: SignInWay;
  /** Filled in where it is known who signs in again. */
  readonly email?: string;
  /** Other ways in, below the button. */
  readonly children?: ReactNode;
}

export function PasswordStep({ way, email = "", children }: PasswordStepProps) {
  const [missing, setMissing] = useState<Missing>({});
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const { byPassword, byPasskey } = way;
  const refused = byPassword.error;
  useEffect(() => {
    (email === "" ? emailField : passwordField).current?.focus();
  }, [email]);
  useEffect(() => {
    if (refused) passwordField.current?.select();
  }, [refused]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const address = String(given.get("email")).trim();
    const password = String(given.get("password"));
    const lacks = missingOf(address, password);
    setMissing(lacks);
    byPasskey.reset();
    if (lacks.email) emailField.current?.focus();
    else if (lacks.password) passwordField.current?.focus();
    else byPassword.mutate({ email: address, password });
  };
  return (
    <Form onSubmit={submit} aria-busy={way.isPending}>
      <QueryProblem error={refused} />
      <PasskeyProblem error={byPasskey.error} />
      <TextField
        ref={emailField}
        label="E-mail address"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        defaultValue={email}
        error={missing.email}
      />
      <PasswordField
        ref={passwordField}
        data-first={email === "" ? undefined : true}
        label="Password"
        name="password"
        autoComplete="current-password"
        error={missing.password}
      />
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={way.isPending}>
          {byPassword.isPending ? "Signing in" : "Sign in"}
        </button>
        {children}
      </FormButtons>
    </Form>
  );
}
