import type { PatientInput } from "@soundings/contract";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type LiveNews, type LiveState, type LiveWord, listen, together } from "../lib/live.ts";
import { createPace } from "../lib/pace.ts";
import { useTRPC } from "../lib/trpc.ts";
import { presence } from "./presence.ts";

/** An import tells of changes several times a second: pages look again no more often than this. */
const PAUSE_MS = 400;
/** Every look is entered in the audit: while news does not cease, a page looks so often at first, and then now and then. */
const AT_ONCE = 10;
const NOW_AND_THEN_MS = 1_500;

type PatientKey = readonly [path: readonly string[], options?: { readonly input?: Partial<PatientInput> }];

function patientOf(key: readonly unknown[]): string | undefined {
  return (key as PatientKey)[1]?.input?.patientId;
}

/**
 * Holds news back while answers are on their way, since asking again would throw those away, and while nobody can see the
 * page, since what nobody sees would be entered as a look.
 */
function gathering(queryClient: QueryClient, tell: (news: LiveNews) => void) {
  const pace = createPace(AT_ONCE, NOW_AND_THEN_MS);
  let waiting: LiveNews | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (waiting === null || document.hidden) return;
    const wait = queryClient.isFetching() === 0 ? pace.take(performance.now()) : PAUSE_MS;
    if (wait === 0) {
      tell(waiting);
      waiting = null;
    }
    timer = setTimeout(flush, Math.max(PAUSE_MS, wait));
  };
  const flushUnlessSoon = () => {
    if (timer === undefined) flush();
  };
  document.addEventListener("visibilitychange", flushUnlessSoon);
  return {
    add(news: LiveNews) {
      waiting = together(waiting, news);
      flushUnlessSoon();
    },
    stop: () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", flushUnlessSoon);
    },
  };
}

/** Looks up again exactly what a written record can have changed, while the page is open and somebody is signed in. */
export function useLiveUpdates(on: boolean): LiveState {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [state, setState] = useState<LiveState>({ live: true, updatedAt: Date.now() });
  useEffect(() => {
    if (!on) return;
    const lookAgain = (news: LiveNews) => {
      if (news.type === "reload") {
        window.location.reload();
        return;
      }
      const ids = news.type === "patients" ? news.ids : null;
      queryClient.invalidateQueries(trpc.caseload.pathFilter());
      queryClient.invalidateQueries(trpc.trends.pathFilter());
      queryClient.invalidateQueries(trpc.imports.pathFilter());
      queryClient.invalidateQueries(trpc.site.pathFilter());
      for (const about of [trpc.patient, trpc.papers]) {
        queryClient.invalidateQueries({
          ...about.pathFilter(),
          predicate: ({ queryKey }) => ids === null || ids.has(patientOf(queryKey) ?? ""),
        });
      }
    };
    const news = gathering(queryClient, lookAgain);
    let wasLive = true;
    const show = (next: LiveState) => {
      // The server is back: what it could not answer is asked again.
      if (next.live && !wasLive) {
        queryClient.refetchQueries({ predicate: (query) => query.state.status === "error" });
        // One told meanwhile was not heard, and is not told again.
        queryClient.invalidateQueries(trpc.notices.pathFilter());
      }
      wasLive = next.live;
      setState(next);
    };
    const say = (word: LiveWord) => {
      if (word === "signed_out") presence.cover("ended");
      else queryClient.invalidateQueries(trpc.notices.pathFilter());
    };
    const stop = listen("/events", { tell: news.add, say, show });
    return () => {
      stop();
      news.stop();
    };
  }, [trpc, queryClient, on]);
  return state;
}
