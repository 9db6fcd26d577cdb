import type { SignInResult } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { auth } from "../../lib/auth.ts";
import { signInWithPasskey } from "../../lib/passkeys.ts";

export type Step = "password" | "second_factor";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

interface Code {
  readonly method: "totp" | "recovery";
  readonly code: string;
}

/** The way in: by password and, if the account has one, a second factor; or by passkey. */
export function useSignIn(onSignedIn: () => Promise<unknown>) {
  const [step, setStep] = useState<Step>("password");
  const goOn = async ({ outcome }: SignInResult) => {
    if (outcome === "second_factor") setStep("second_factor");
    else await onSignedIn();
  };
  const byPassword = useMutation({
    mutationFn: ({ email, password }: Credentials) => auth.signIn(email, password),
    onSuccess: goOn,
  });
  const byCode = useMutation({
    mutationFn: ({ method, code }: Code) => auth.secondFactor(method, code),
    onSuccess: goOn,
  });
  const byPasskey = useMutation({ mutationFn: signInWithPasskey, onSuccess: goOn });
  const all = [byPassword, byCode, byPasskey];
  return {
    step,
    byPassword,
    byCode,
    byPasskey,
    goOn,
    isPending: all.some(({ isPending }) => isPending),
    startAgain: () => {
      for (const way of all) way.reset();
      setStep("password");
    },
  };
}

export type SignInWay = ReturnType<typeof useSignIn>;
