import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, Outlet } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import classes from "./AdminLayout.module.css";
import { sectionsFor } from "./sections.ts";

function useSections() {
  const trpc = useTRPC();
  const me = useQuery(trpc.account.me.queryOptions());
  return { sections: me.data ? sectionsFor(me.data.actions) : null, error: me.error, retry: me.refetch };
}

/** What the pages of administration share: the way from one to the other. */
export function AdminLayout() {
  const { sections } = useSections();
  return (
    <div className={classes.layout}>
      <nav className={classes.nav} aria-label="Administration">
        {(sections ?? []).map(({ to, name }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ includeSearch: false }}
            activeProps={{ "aria-current": "page" }}
          >
            {name}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}

/** The first page that the person's roles allow. */
export function AdminHome() {
  const { sections, error, retry } = useSections();
  const first = sections?.[0];
  if (first) return <Navigate to={first.to} replace />;
  return (
    <PageFrame title="Administration">
      <QueryProblem error={error} onRetry={retry} />
      {sections ? (
        <Notice kind="empty" title="Your roles include no administration.">
          An administrator can change roles.
        </Notice>
      ) : null}
    </PageFrame>
  );
}
