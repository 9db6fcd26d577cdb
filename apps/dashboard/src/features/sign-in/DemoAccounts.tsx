import type { SignInPage } from "@soundings/contract";
import { capital, ROLE_WORDS } from "../../ui/role-words.ts";
import classes from "./sign-in.module.css";
import type { SignInWay } from "./useSignIn.ts";

interface DemoAccountsProps {
  readonly accounts: SignInPage["demoAccounts"];
  readonly way: SignInWay;
}

/** One way in for each role of a clinic in which everybody is invented. */
export function DemoAccounts({ accounts, way }: DemoAccountsProps) {
  if (accounts.length === 0 || way.step !== "password") return null;
  return (
    <section className={classes.demo} aria-labelledby="demo-people">
      <h2 id="demo-people" className={classes.subtitle}>
        Invented people of the demo clinic
      </h2>
      <p className={classes.quiet}>Choose one to sign in as. Each role sees what its work needs.</p>
      <ul className={classes.accounts}>
        {accounts.map(({ role, name, email, password }) => (
          <li key={email}>
            <button
              type="button"
              className={classes.account}
              disabled={way.isPending}
              onClick={() => way.byPassword.mutate({ email, password })}
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
