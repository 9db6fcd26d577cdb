import type { Me } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import buttons from "../ui/buttons.module.css";
import { problemOf } from "../ui/problem.ts";
import { rolesInWords } from "../ui/role-words.ts";
import classes from "./WhoIsIn.module.css";

interface WhoIsInProps {
  readonly me: Me;
  readonly leaving: { readonly isPending: boolean; readonly error: unknown; readonly go: () => void };
}

/** Who is signed in, and the way out. */
export function WhoIsIn({ me, leaving }: WhoIsInProps) {
  return (
    <div className={classes.who}>
      <Link to="/account" className={classes.name} activeProps={{ "aria-current": "page" }}>
        <span className="visually-hidden">Your account: </span>
        {me.name}
      </Link>
      <span className={classes.roles}>{rolesInWords(me.roles)}</span>
      <button type="button" className={buttons.plain} disabled={leaving.isPending} onClick={leaving.go}>
        Sign out
      </button>
      {leaving.error ? (
        <span role="alert" className={classes.problem}>
          Still signed in: {problemOf(leaving.error).title}
        </span>
      ) : null}
    </div>
  );
}
