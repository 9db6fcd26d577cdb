import { type FormEvent, useEffect, useRef, useState } from "react";
import { isRefusal } from "../../lib/auth.ts";
import buttons from "../../ui/buttons.module.css";
import { Form, FormButtons, TextField } from "../../ui/form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import type { SignInWay } from "./useSignIn.ts";

const WORDS = {
  totp: {
    label: "Code of your authenticator app",
    hint: "Six digits. They change every 30 seconds.",
    missing: "Enter the six digits that the app shows now.",
    other: "Use a recovery code instead",
  },
  recovery: {
    label: "Recovery code",
    hint: "One of those that you kept when you set up the app. It works once.",
    missing: "Enter one of your recovery codes.",
    other: "Use the authenticator app instead",
  },
} as const;

/** What came before this step holds for a few minutes only. */
function TooLate() {
  return (
    <Notice kind="problem" title="The time for this step is over.">
      Nothing was changed. Choose "Start again" and sign in anew.
    </Notice>
  );
}

/** The second factor: a code of the app, or a recovery code when the app is not at hand. */
export function CodeStep({ way }: { way: SignInWay }) {
  const [method, setMethod] = useState<"totp" | "recovery">("totp");
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const words = WORDS[method];
  const refused = way.byCode.error;
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code")).replaceAll(/\s/g, "");
    setMissing(code === "");
    if (code !== "") way.byCode.mutate({ method, code });
  };
  const change = () => {
    way.byCode.reset();
    setMissing(false);
    setMethod(method === "totp" ? "recovery" : "totp");
  };
  return (
    <Form onSubmit={submit} aria-busy={way.isPending}>
      {isRefusal(refused, "signed_out") ? <TooLate /> : <QueryProblem error={refused} />}
      <TextField
        key={method}
        ref={field}
        label={words.label}
        hint={words.hint}
        name="code"
        inputMode={method === "totp" ? "numeric" : "text"}
        autoComplete={method === "totp" ? "one-time-code" : "off"}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        error={isMissing ? words.missing : null}
      />
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={way.isPending}>
          {way.byCode.isPending ? "Checking" : "Go on"}
        </button>
        <button type="button" className={buttons.word} onClick={change}>
          {words.other}
        </button>
        <button type="button" className={buttons.word} onClick={way.startAgain}>
          Start again
        </button>
      </FormButtons>
    </Form>
  );
}
