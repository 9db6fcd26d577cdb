import { PASSWORD_MAX, PASSWORD_MIN } from "@soundings/contract";
import { type FormEvent, type ReactNode, useState } from "react";
import buttons from "./buttons.module.css";
import { Form, FormButtons } from "./form.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { QueryProblem } from "./QueryProblem.tsx";

interface NewPasswordFormProps {
  /** The e-mail address, so that a password manager keeps both together. */
  readonly username: string;
  readonly does: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onChoose: (password: string, form: FormData) => void;
  /** Fields before the new password, such as the one that stands. */
  readonly children?: ReactNode;
}

function wrongWith(password: string): string | null {
  const { length } = [...password];
  if (length < PASSWORD_MIN)
    return `That has ${length === 1 ? "1 character" : `${length} characters`}. Choose ${PASSWORD_MIN} or more.`;
  return length > PASSWORD_MAX ? `That has ${length} characters. Choose at most ${PASSWORD_MAX}.` : null;
}

/** A new password, once: it can be looked at instead of typed again. How easy it is to guess, the server says. */
export function NewPasswordForm(props: NewPasswordFormProps) {
  const { username, does, isPending, error, onChoose, children } = props;
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("new"));
    const found = wrongWith(password);
    setWrong(found);
    if (found === null) onChoose(password, form);
    else event.currentTarget.querySelector<HTMLElement>("[name=new]")?.focus();
  };
  return (
    <Form onSubmit={submit} aria-busy={isPending}>
      <QueryProblem error={error} />
      <input type="hidden" name="username" autoComplete="username" value={username} />
      {children}
      <PasswordField
        label="New password"
        hint={`${PASSWORD_MIN} characters or more, without a common phrase, a name or a date. Four unrelated words make a good one. Any character and spaces may be used; a password manager may fill it in.`}
        name="new"
        autoComplete="new-password"
        error={wrong}
      />
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={isPending}>
          {isPending ? "One moment" : does}
        </button>
      </FormButtons>
    </Form>
  );
}
