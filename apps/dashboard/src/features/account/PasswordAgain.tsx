import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import buttons from "../../ui/buttons.module.css";
import { Form, FormButtons } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";

interface PasswordAgainProps {
  readonly does: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onGive: (password: string) => void;
  readonly onCancel: () => void;
  /** What will happen. */
  readonly children?: ReactNode;
}

/** Asks for the password before a step that protects the account, since a page may have been left open. */
export function PasswordAgain({ does, isPending, error, onGive, onCancel, children }: PasswordAgainProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    setMissing(password === "");
    if (password !== "") onGive(password);
  };
  return (
    <Form onSubmit={submit} aria-busy={isPending}>
      {children}
      <QueryProblem error={error} />
      <PasswordField
        ref={field}
        label="Your password"
        name="password"
        autoComplete="current-password"
        error={isMissing ? "Enter your password." : null}
      />
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={isPending}>
          {isPending ? "One moment" : does}
        </button>
        <button type="button" className={buttons.framed} onClick={onCancel}>
          Cancel
        </button>
      </FormButtons>
    </Form>
  );
}
