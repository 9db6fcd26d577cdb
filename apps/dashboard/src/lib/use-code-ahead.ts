import { type RegisteredRouter, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** How long a busy page puts it off at most. */
const LATEST_MS = 2_000;

/**
 * Loads the code of the page that people go to next, once this one stands and has nothing to do. Only code: a record that is
 * asked for is a record that was looked at.
 */
export function useCodeAhead(next: keyof RegisteredRouter["routesById"], isStanding: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isStanding) return;
    const load = () => {
      // What does not come now is asked for again when somebody goes there, and complains then.
      router.loadRouteChunk(router.routesById[next])?.catch(() => undefined);
    };
    if (!("requestIdleCallback" in window)) return load();
    const waiting = requestIdleCallback(load, { timeout: LATEST_MS });
    return () => cancelIdleCallback(waiting);
  }, [router, next, isStanding]);
}
