import { type FormEvent, useEffect, useRef, useState } from "react";
import buttons from "../../ui/buttons.module.css";
import { Form, FormButtons, TextField } from "../../ui/form.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import classes from "./account.module.css";
import { QrCode } from "./QrCode.tsx";

interface ConfirmAppProps {
  readonly begun: { readonly uri: string; readonly secret: string };
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: (code: string) => void;
  readonly onCancel: () => void;
}

/** Four letters at a time, as one types them. */
const spaced = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, "$1 ");

/** The secret, to scan or to type, and the first code of the app, which shows that it has arrived there. */
export function ConfirmApp({ begun, isPending, error, onConfirm, onCancel }: ConfirmAppProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    if (error) field.current?.select();
    else field.current?.focus();
  }, [error]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code")).replaceAll(/\s/g, "");
    setMissing(!/^\d{6}$/.test(code));
    if (/^\d{6}$/.test(code)) onConfirm(code);
  };
  return (
    <div className={classes.setUp}>
      <div>
        <QrCode text={begun.uri} label="QR code with the secret for your authenticator app" />
        <p className={classes.quiet}>Or type this secret into the app:</p>
        <p>
          <code className={classes.secret}>{spaced(begun.secret)}</code>
        </p>
      </div>
      <Form onSubmit={submit} aria-busy={isPending}>
        <p>Scan the picture with the app. Then enter the code that the app shows.</p>
        <QueryProblem error={error} />
        <TextField
          ref={field}
          label="Code of the app"
          hint="Six digits."
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          error={isMissing ? "Enter the six digits that the app shows now." : null}
        />
        <FormButtons>
          <button type="submit" className={buttons.main} disabled={isPending}>
            {isPending ? "Checking" : "Confirm"}
          </button>
          <button type="button" className={buttons.framed} onClick={onCancel}>
            Cancel
          </button>
        </FormButtons>
      </Form>
    </div>
  );
}
