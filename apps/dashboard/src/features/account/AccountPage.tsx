import { type Me, SIGN_IN_HOURS } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { useMe } from "../../lib/me.ts";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { capital, ROLE_WORDS } from "../../ui/role-words.ts";
import { AuthenticatorApp } from "./AuthenticatorApp.tsx";
import classes from "./account.module.css";
import { Passkeys } from "./Passkeys.tsx";
import { Password } from "./Password.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { SignIns } from "./SignIns.tsx";
import { usePrograms } from "./usePrograms.ts";

function Roles({ me }: { me: Me }) {
  const nameOf = usePrograms(me);
  return (
    <ul>
      {me.roles.map(({ role, programIds }) => (
        <li key={role}>
          {capital(ROLE_WORDS[role])}
          {programIds.length > 0 ? `, in ${programIds.map(nameOf).join(" and ")}` : ", for the whole site"}
        </li>
      ))}
    </ul>
  );
}

function Facts({ me }: { me: Me }) {
  return (
    <dl className={classes.facts}>
      <dt>Name</dt>
      <dd>{me.name}</dd>
      <dt>E-mail address</dt>
      <dd>{me.email}</dd>
      <dt>{me.roles.length === 1 ? "Role" : "Roles"}</dt>
      <dd>
        <Roles me={me} />
      </dd>
      <dt>Signed out after</dt>
      <dd>
        {me.idleMinutes} minutes in which nobody uses the page, and {SIGN_IN_HOURS} hours in any case
      </dd>
    </dl>
  );
}

/** Whoever may do nothing else before it is done is told in one sentence, and led on once it is. */
function Needed({ me }: { me: Me }) {
  if (me.secondFactor !== "needed") return null;
  return (
    <Notice kind="problem" title="Your role needs a second factor before records are shown.">
      {me.authenticatorApp || me.passkeys > 0
        ? "Sign out, then sign in with your app or passkey."
        : "Set up an authenticator app below, or add a passkey. Then the other pages open."}
    </Notice>
  );
}

function Content({ me }: { me: Me }) {
  return (
    <>
      <Needed me={me} />
      <Facts me={me} />
      <AuthenticatorApp me={me} />
      {me.authenticatorApp ? <RecoveryCodes me={me} /> : null}
      <Passkeys me={me} />
      <Password me={me} />
      <SignIns />
      {me.secondFactor === "needed" ? null : (
        <p className={classes.quiet}>
          A name, an e-mail address and roles are changed by an administrator. Back to{" "}
          <Link to="/">the page where your day begins</Link>.
        </p>
      )}
    </>
  );
}

export function AccountPage() {
  const me = useMe();
  return (
    <PageFrame title="Your account">
      <div className={classes.account}>{me ? <Content me={me} /> : null}</div>
    </PageFrame>
  );
}
