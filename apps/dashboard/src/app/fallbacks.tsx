import { Link, useRouter } from "@tanstack/react-router";
import { Notice } from "../ui/Notice.tsx";
import { PageFrame } from "../ui/PageFrame.tsx";
import { problemOf } from "../ui/problem.ts";

interface PageProblemProps {
  readonly error: unknown;
  readonly reset: () => void;
}

const isOfRequest = (error: unknown) =>
  error instanceof TypeError || (typeof error === "object" && error !== null && "data" in error);

/** A page that could not be drawn, or to which the way could not be asked for. */
export function PageProblem({ error, reset }: PageProblemProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    router.invalidate();
  };
  const { title, text, requestId } = isOfRequest(error)
    ? problemOf(error)
    : { title: "This page could not be shown.", text: "Nothing was changed. Try again.", requestId: null };
  return (
    <PageFrame title="Problem">
      <Notice kind="problem" title={title} requestId={requestId} onRetry={retry}>
        {text} Or begin again on <Link to="/">your first page</Link>.
      </Notice>
    </PageFrame>
  );
}

export function NoSuchPage() {
  return (
    <PageFrame title="No such page">
      <Notice kind="empty" title="There is no page at this address.">
        Go to <Link to="/">your first page</Link> and open what you look for from there.
      </Notice>
    </PageFrame>
  );
}

/** The same sentence whatever stands at the address. */
export function NotAllowedPage() {
  return (
    <PageFrame title="Not in your roles">
      <Notice kind="empty" title="Your roles do not include this.">
        Nothing was changed. An administrator can change roles. Go to{" "}
        <Link to="/">the page where your day begins</Link>, or see your roles in{" "}
        <Link to="/account">your account</Link>.
      </Notice>
    </PageFrame>
  );
}
