import type { TrendsFilter } from "@soundings/contract";
import { useLinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface TrendsLinkProps {
  readonly filter: TrendsFilter;
  /** Whether this is the list that is shown. */
  readonly isCurrent?: boolean;
  readonly className?: string | undefined;
  readonly replace?: boolean;
  readonly resetScroll?: boolean;
  readonly label?: string | undefined;
  readonly mark?: Readonly<Record<`data-${string}`, unknown>>;
  readonly children: ReactNode;
}

/** A link to a list. Every list has the same path, so the router cannot tell which of them is shown. */
export function TrendsLink({ filter, isCurrent = false, label, mark, ...rest }: TrendsLinkProps) {
  const props = useLinkProps({
    to: "/trends",
    search: filter,
    ...rest,
    activeProps: {},
    "aria-label": label,
  });
  return <a {...props} {...mark} data-status={undefined} aria-current={isCurrent || undefined} />;
}
