import type { CaseloadFilter } from "@soundings/contract";
import { useLinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { listAt } from "./search.ts";

interface ListLinkProps {
  readonly to: CaseloadFilter;
  /** Whether this is the list that is shown. */
  readonly isCurrent?: boolean;
  readonly className?: string | undefined;
  readonly replace?: boolean;
  readonly resetScroll?: boolean;
  readonly now?: string | undefined;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link to a list. Two lists may have one address, so the router cannot tell which of them is shown. */
export function ListLink({ to, isCurrent = false, now, label, ...rest }: ListLinkProps) {
  const props = useLinkProps({
    ...listAt(to),
    ...rest,
    activeProps: {},
    "aria-label": label,
  });
  return <a {...props} data-now={now} data-status={undefined} aria-current={isCurrent || undefined} />;
}
