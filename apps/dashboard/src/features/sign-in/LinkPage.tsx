import type { LinkFacts } from "@soundings/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { auth, isRefusal } from "../../lib/auth.ts";
import { NewPasswordForm } from "../../ui/NewPasswordForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { takeToken } from "./link.ts";
import classes from "./sign-in.module.css";

// Nobody is signed in: it is the browser's zone, and its name says so.
const expiry = new Intl.DateTimeFormat("en-US", {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
});

function Unusable() {
  return (
    <Notice kind="problem" title="This link does not work any more.">
      It was used already, has expired, was replaced by a newer one, or was not copied whole. Nothing was
      changed. Ask an administrator of your clinic for a new one. If you have chosen a password already,{" "}
      <Link to="/sign-in">sign in</Link>.
    </Notice>
  );
}

function Facts({ facts: { name, email, expiresAt } }: { facts: LinkFacts }) {
  return (
    <dl className={classes.facts}>
      <dt>Account of</dt>
      <dd>{name}</dd>
      <dt>E-mail address</dt>
      <dd>{email}</dd>
      <dt>The link works until</dt>
      <dd>{expiry.format(new Date(expiresAt))}</dd>
    </dl>
  );
}

function ChoosePassword({ token, facts }: { token: string; facts: LinkFacts }) {
  const queryClient = useQueryClient();
  const use = useMutation({
    mutationFn: (password: string) => auth.useLink(token, password),
    onSuccess: () => queryClient.removeQueries({ queryKey: ["auth", "link"] }),
  });
  if (use.isSuccess) {
    return (
      <Notice kind="empty" title="Your password is set.">
        {facts.kind === "reset" ? "Every other sign-in of this account has ended. " : ""}
        <Link to="/sign-in">Sign in</Link> with {facts.email} and the password.
      </Notice>
    );
  }
  if (isRefusal(use.error, "link_unusable")) return <Unusable />;
  return (
    <>
      <Facts facts={facts} />
      <NewPasswordForm
        username={facts.email}
        does="Set the password"
        isPending={use.isPending}
        error={use.error}
        onChoose={(password) => use.mutate(password)}
      />
    </>
  );
}

const TITLES = { invite: "Choose a password for your account", reset: "Choose a new password" } as const;

export function LinkPage() {
  const [token, setToken] = useState(takeToken);
  const query = useQuery({
    queryKey: ["auth", "link", token],
    queryFn: () => auth.link(token),
    enabled: token !== "",
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    // Another link may be pasted into the same page.
    const paste = () => setToken(takeToken() || token);
    window.addEventListener("hashchange", paste);
    return () => window.removeEventListener("hashchange", paste);
  }, [token]);
  const isUnusable = token === "" || isRefusal(query.error, "link_unusable");
  return (
    <div className={classes.page}>
      <PageFrame title={query.data ? TITLES[query.data.kind] : "Choose a password"}>
        {isUnusable ? <Unusable /> : <QueryProblem error={query.error} onRetry={query.refetch} />}
        {query.data ? <ChoosePassword key={token} token={token} facts={query.data} /> : null}
        {query.isLoading ? <p className={classes.quiet}>Looking at the link.</p> : null}
      </PageFrame>
    </div>
  );
}
