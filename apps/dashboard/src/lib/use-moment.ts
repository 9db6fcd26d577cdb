import { type Instant, instantToMs } from "@soundings/clinical";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "./trpc.ts";

/** Moments in words, in the clinic's zone once it is known: `Mar 16, 2026, 2:02 PM`. */
export function useMoment(): (instant: Instant) => string {
  const trpc = useTRPC();
  const zone = useQuery(trpc.site.info.queryOptions()).data?.zone;
  return useMemo(() => {
    const format = new Intl.DateTimeFormat("en-US", {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: zone ?? "UTC",
    });
    return (instant) => (zone ? format.format(instantToMs(instant)) : "…");
  }, [zone]);
}
