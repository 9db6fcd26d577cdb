import type { Me } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { auth } from "../../lib/auth.ts";
import buttons from "../../ui/buttons.module.css";
import classes from "./account.module.css";
import { CodesOnce } from "./CodesOnce.tsx";
import { ConfirmApp } from "./ConfirmApp.tsx";
import { PasswordAgain } from "./PasswordAgain.tsx";
import { Section } from "./Section.tsx";
import { useRefreshMe } from "./useRefreshMe.ts";

type Step = "rest" | "password" | "confirm" | "remove";

interface DoneProps {
  readonly onDone: () => unknown;
}

function SetUp({ onDone }: DoneProps) {
  const [step, setStep] = useState<Step>("rest");
  const begin = useMutation({ mutationFn: auth.totpBegin, onSuccess: () => setStep("confirm") });
  const refresh = useRefreshMe();
  const confirm = useMutation({ mutationFn: auth.totpConfirm, onSuccess: refresh });
  const cancel = () => {
    begin.reset();
    confirm.reset();
    setStep("rest");
  };
  if (confirm.data) return <CodesOnce codes={confirm.data.codes} onKept={onDone} isSetUp />;
  if (step === "confirm" && begin.data) {
    return (
      <ConfirmApp
        begun={begin.data}
        isPending={confirm.isPending}
        error={confirm.error}
        onConfirm={confirm.mutate}
        onCancel={cancel}
      />
    );
  }
  if (step === "password") {
    return (
      <PasswordAgain
        does="Go on"
        isPending={begin.isPending}
        error={begin.error}
        onGive={begin.mutate}
        onCancel={cancel}
      />
    );
  }
  return (
    <>
      <p className={classes.quiet}>
        An app on your phone shows a code that changes every 30 seconds. With it, a password alone does not
        open your account.
      </p>
      <button type="button" className={buttons.framed} onClick={() => setStep("password")}>
        Set up an authenticator app
      </button>
    </>
  );
}

function Remove({ onDone }: DoneProps) {
  const [isAsked, setAsked] = useState(false);
  const remove = useMutation({ mutationFn: auth.totpRemove, onSuccess: onDone });
  if (!isAsked) {
    return (
      <button type="button" className={buttons.framed} onClick={() => setAsked(true)}>
        Remove the app
      </button>
    );
  }
  return (
    <PasswordAgain
      does="Remove the app"
      isPending={remove.isPending}
      error={remove.error}
      onGive={remove.mutate}
      onCancel={() => setAsked(false)}
    >
      <p>
        The app and every recovery code stop working. To move to a new phone, remove the app and set it up
        again there.
      </p>
    </PasswordAgain>
  );
}

/** The second factor by an app. What is being set up stays until it is done, whatever the account says meanwhile. */
export function AuthenticatorApp({ me }: { me: Me }) {
  const [had, setHad] = useState(me.authenticatorApp);
  const refresh = useRefreshMe();
  const now = (has: boolean) => () => {
    setHad(has);
    return refresh();
  };
  return (
    <Section title="Authenticator app" state={me.authenticatorApp ? "set up" : "not set up"}>
      {had ? <Remove onDone={now(false)} /> : <SetUp onDone={now(true)} />}
    </Section>
  );
}
