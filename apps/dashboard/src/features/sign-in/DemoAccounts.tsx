import type { SignInPage } from "@soundings/contract";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { capital, ROLE_WORDS } from "../../ui/role-words.ts";
import classes from "./sign-in.module.css";
import { useSignIn } from "./useSignIn.ts";

interface DemoAccountsProps {
  readonly accounts: SignInPage["demoAccounts"];
  readonly onSignedIn: () => Promise<unknown>;
}

/** One way in for each role of a clinic in which everybody is invented. */
export function DemoAccounts({ accounts, onSignedIn }: DemoAccountsProps) {
  const { byPassword } = useSignIn(onSignedIn);
  if (accounts.length === 0) return null;
  return (
    <section className={classes.demo} aria-labelledby="demo-people">
      <h2 id="demo-people" className={classes.subtitle}>
        Invented people of the demo clinic
      </h2>
      <p className={classes.quiet}>Choose one to sign in as. Each role sees what its work needs.</p>
      <QueryProblem error={byPassword.error} />
      <ul className={classes.accounts}>
        {accounts.map(({ role, name, email, password }) => (
          <li key={email}>
            <button
              type="button"
              className={classes.account}
              disabled={byPassword.isPending}
              onClick={() => byPassword.mutate({ email, password })}
            >
              <span className={classes.role}>{capital(ROLE_WORDS[role])}</span>
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
