import { Link, useRouter } from "@tanstack/react-router";
import { Notice } from "../ui/Notice.tsx";
import { PageFrame } from "../ui/PageFrame.tsx";

/** A page that could not be drawn. */
export function PageProblem({ reset }: { reset: () => void }) {
  const router = useRouter();
  const retry = () => {
    reset();
    router.invalidate();
  };
  return (
    <PageFrame title="Problem">
      <Notice kind="problem" title="This page could not be shown." onRetry={retry}>
        Nothing was changed. Try again, or go back to the <Link to="/caseload">caseload</Link>.
      </Notice>
    </PageFrame>
  );
}

export function NoSuchPage() {
  return (
    <PageFrame title="No such page">
      <Notice kind="empty" title="There is no page at this address.">
        Go to the <Link to="/caseload">caseload</Link> and open the patient from there.
      </Notice>
    </PageFrame>
  );
}
