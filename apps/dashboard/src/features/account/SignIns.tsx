import { useMutation, useQuery } from "@tanstack/react-query";
import { signOut } from "../../app/enter.ts";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import classes from "./account.module.css";
import { moment } from "./moment.ts";
import { Section } from "./Section.tsx";
import { useRefreshMe } from "./useRefreshMe.ts";

/** Ends every sign-in of the account, this one last. */
function Everywhere() {
  const trpc = useTRPC();
  const endOthers = useMutation(trpc.account.endOthers.mutationOptions());
  const leave = useMutation({
    mutationFn: async () => {
      await endOthers.mutateAsync();
      await signOut();
    },
  });
  return (
    <>
      <QueryProblem error={leave.error} />
      <button
        type="button"
        className={buttons.framed}
        disabled={leave.isPending}
        onClick={() => leave.mutate()}
      >
        Sign out everywhere, here too
      </button>
    </>
  );
}

/** Where the account is signed in, so that one can see and end what one has left open. */
export function SignIns() {
  const trpc = useTRPC();
  const refresh = useRefreshMe();
  const query = useQuery(trpc.account.signIns.queryOptions());
  const end = useMutation(trpc.account.endSignIn.mutationOptions({ onSuccess: refresh }));
  const endOthers = useMutation(trpc.account.endOthers.mutationOptions({ onSuccess: refresh }));
  const signIns = query.data?.signIns ?? [];
  const others = signIns.filter(({ current }) => !current).length;
  return (
    <Section title="Where you are signed in">
      <QueryProblem error={query.error} onRetry={query.refetch} />
      <QueryProblem error={end.error ?? endOthers.error} />
      <ul className={classes.list}>
        {signIns.map(({ signInId, current, device, startedAt, lastActiveAt }) => (
          <li key={signInId} className={classes.line}>
            <span>{device}</span>
            <span className={classes.quiet}>
              {current
                ? `this one, since ${moment(startedAt)}`
                : `last active ${moment(lastActiveAt)}, since ${moment(startedAt)}`}
            </span>
            {current ? null : (
              <button
                type="button"
                className={buttons.word}
                aria-label={`End the sign-in on ${device}, last active ${moment(lastActiveAt)}`}
                disabled={end.isPending}
                onClick={() => end.mutate({ signInId })}
              >
                End
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        {others > 0 ? (
          <button
            type="button"
            className={buttons.framed}
            disabled={endOthers.isPending}
            onClick={() => endOthers.mutate()}
          >
            {others === 1 ? "End the other sign-in" : `End the ${others} others`}
          </button>
        ) : null}
        <Everywhere />
      </div>
      <p role="status" className={classes.quiet}>
        {endOthers.isSuccess && others === 0 ? "You are signed in only here." : ""}
      </p>
    </Section>
  );
}
