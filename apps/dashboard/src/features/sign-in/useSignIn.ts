import type { SignInResult } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { auth } from "../../lib/auth.ts";
import { signInWithPasskey } from "../../lib/passkeys.ts";

type Step = "password" | "second_factor";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

interface Code {
  readonly method: "totp" | "recovery";
  readonly code: string;
}

/**
 * The way in: by password and, if the account has one, a second factor; or by passkey. It begins at the second factor after
 * a single sign-on that still lacks one.
 */
export function useSignIn(onSignedIn: () => Promise<unknown>, first: Step = "password") {
  const [step, setStep] = useState<Step>(first);
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
    /** Nothing was tried yet. */
    isFresh: step === "password" && all.every(({ status }) => status === "idle"),
    isPending: all.some(({ isPending }) => isPending),
    startAgain: () => {
      for (const way of all) way.reset();
      setStep("password");
    },
  };
}

export type SignInWay = ReturnType<typeof useSignIn>;
