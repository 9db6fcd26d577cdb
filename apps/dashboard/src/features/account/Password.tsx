import type { Me } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { auth } from "../../lib/auth.ts";
import buttons from "../../ui/buttons.module.css";
import { NewPasswordForm } from "../../ui/NewPasswordForm.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { Section } from "./Section.tsx";
import { useRefreshMe } from "./useRefreshMe.ts";

export function Password({ me }: { me: Me }) {
  const [isAsked, setAsked] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const refresh = useRefreshMe();
  const change = useMutation({
    mutationFn: ({ current, next }: { current: string; next: string }) => auth.changePassword(current, next),
    onSuccess: async () => {
      setAsked(false);
      await refresh();
    },
  });
  const choose = (next: string, form: FormData) => {
    const current = String(form.get("current"));
    setMissing(current === "");
    if (current !== "") change.mutate({ current, next });
  };
  if (!isAsked) {
    return (
      <Section title="Password">
        {change.isSuccess ? <p role="status">Your password is changed.</p> : null}
        <button type="button" className={buttons.framed} onClick={() => setAsked(true)}>
          Change the password
        </button>
      </Section>
    );
  }
  return (
    <Section title="Password">
      <NewPasswordForm
        username={me.email}
        does="Change the password"
        isPending={change.isPending}
        error={change.error}
        onChoose={choose}
      >
        <PasswordField
          label="Your password now"
          name="current"
          autoComplete="current-password"
          autoFocus
          error={isMissing ? "Enter the password that you have now." : null}
        />
      </NewPasswordForm>
    </Section>
  );
}
