import { SIGN_IN_PATHS, type SignInPage } from "@soundings/contract";
import { canUsePasskeys } from "../../lib/passkeys.ts";
import buttons from "../../ui/buttons.module.css";
import { CodeStep } from "./CodeStep.tsx";
import { PasswordStep } from "./PasswordStep.tsx";
import classes from "./sign-in.module.css";
import type { SignInWay } from "./useSignIn.ts";

interface ProviderLinkProps {
  readonly name: string;
  /** In a tab of its own where the page must stay, since something typed stands on it. */
  readonly keepsPage: boolean;
}

function ProviderLink({ name, keepsPage }: ProviderLinkProps) {
  const target = keepsPage ? { target: "_blank", rel: "noopener" } : {};
  return (
    <a className={classes.other} href={SIGN_IN_PATHS.provider} {...target}>
      {keepsPage ? `Sign in with ${name} in a new tab, then come back` : `Sign in with ${name}`}
    </a>
  );
}

interface SignInFormProps {
  /** Undefined while it is on its way; one can sign in without it. */
  readonly page: SignInPage | undefined;
  readonly email?: string;
  readonly keepsPage?: boolean;
  readonly way: SignInWay;
}

/** Every way in. What fails says the same whether or not there is such an account. */
export function SignInForm({ page, email, keepsPage = false, way }: SignInFormProps) {
  if (way.step === "second_factor") return <CodeStep way={way} />;
  const byPasskey = () => {
    way.byPassword.reset();
    way.byPasskey.mutate();
  };
  return (
    <PasswordStep way={way} {...(email === undefined ? {} : { email })}>
      {canUsePasskeys() ? (
        <button type="button" className={buttons.framed} disabled={way.isPending} onClick={byPasskey}>
          {way.byPasskey.isPending ? "Waiting for your device" : "Sign in with a passkey"}
        </button>
      ) : null}
      {page?.provider ? <ProviderLink name={page.provider.name} keepsPage={keepsPage} /> : null}
    </PasswordStep>
  );
}
