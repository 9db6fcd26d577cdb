import type { Me } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { auth } from "../../lib/auth.ts";
import buttons from "../../ui/buttons.module.css";
import { CodesOnce } from "./CodesOnce.tsx";
import { PasswordAgain } from "./PasswordAgain.tsx";
import { Section } from "./Section.tsx";
import { useRefreshMe } from "./useRefreshMe.ts";

function leftWords(left: number): string {
  if (left === 0) return "none left";
  return left === 1 ? "1 left" : `${left} left`;
}

function NewCodes() {
  const [isAsked, setAsked] = useState(false);
  const refresh = useRefreshMe();
  const make = useMutation({ mutationFn: auth.newRecoveryCodes });
  const kept = () => {
    make.reset();
    setAsked(false);
    return refresh();
  };
  if (make.data) return <CodesOnce codes={make.data.codes} onKept={kept} />;
  if (!isAsked) {
    return (
      <button type="button" className={buttons.framed} onClick={() => setAsked(true)}>
        Make new codes
      </button>
    );
  }
  return (
    <PasswordAgain
      does="Make new codes"
      isPending={make.isPending}
      error={make.error}
      onGive={make.mutate}
      onCancel={() => setAsked(false)}
    >
      <p>Every code that you have now stops working.</p>
    </PasswordAgain>
  );
}

/** What opens the account when the app is not at hand. */
export function RecoveryCodes({ me }: { me: Me }) {
  return (
    <Section title="Recovery codes" state={leftWords(me.recoveryCodesLeft)}>
      <NewCodes />
    </Section>
  );
}
