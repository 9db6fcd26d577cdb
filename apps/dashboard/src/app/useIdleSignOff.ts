import { useEffect, useEffectEvent, useRef, useState } from "react";
import { auth, isRefusal } from "../lib/auth.ts";
import { tabs } from "../lib/tabs.ts";
import { clockOf, type IdleClock, type IdlePhase, phaseOf, worthTelling } from "./idle-clock.ts";
import { presence, usePresence } from "./presence.ts";

const TICK_MS = 1_000;
const TRY_AGAIN_MS = 10_000;
const SLEPT_MS = 30_000;
/** The server's moment comes in whole seconds: the page is covered before the sign-in ends, never after. */
const SERVER_CLOCK_MS = 1_000;
/** What a person does with a page. Moving the page by itself, as an arriving answer can, is nothing that a person does. */
const ACTIVITY = ["keydown", "pointerdown", "wheel", "touchmove", "input"] as const;

const QUIET: IdlePhase = { phase: "quiet" };
const isSame = (a: IdlePhase, b: IdlePhase) =>
  a.phase === b.phase && (a.phase !== "warning" || b.phase !== "warning" || a.seconds === b.seconds);

/** Milliseconds since the page was opened; no clock of the machine has a say in it. */
const now = () => performance.now();

/** Whether the machine slept since this was last asked: the page's own clock stands still meanwhile, the machine's does not. */
function useSlept(): () => boolean {
  const ahead = useRef(Date.now() - now());
  return () => {
    const before = ahead.current;
    ahead.current = Date.now() - now();
    return ahead.current - before > SLEPT_MS;
  };
}

/** The way to tell the server that the person is there, at most one request at a time. */
function useTelling(keep: (clock: IdleClock) => void) {
  const busyUntil = useRef(0);
  return async () => {
    const asked = now();
    if (asked < busyUntil.current) return;
    busyUntil.current = asked + TRY_AGAIN_MS;
    try {
      const { value, at } = await auth.stay();
      busyUntil.current = 0;
      const clock = clockOf(value, (at ?? Date.now()) + SERVER_CLOCK_MS, asked);
      keep(clock);
      tabs.tell({ type: "stays", idleMs: clock.idleEnds - now(), endsMs: clock.ends - now() });
    } catch (error) {
      if (isRefusal(error, "signed_out")) presence.cover("ended");
    }
  };
}

/** Ends the sign-in on this page when nobody has used it for a while, and warns before. */
export function useIdleSignOff() {
  const [phase, setPhase] = useState<IdlePhase>(QUIET);
  const clock = useRef<IdleClock | null>(null);
  const activeAt = useRef(0);
  const hasSlept = useSlept();
  const isCovered = usePresence() !== null;

  const show = (next: IdlePhase) => setPhase((last) => (isSame(last, next) ? last : next));
  const tell = useTelling((next) => {
    clock.current = next;
    show(phaseOf(next, now()));
  });
  const tick = useEffectEvent(() => {
    if (presence.now() !== null) return;
    if (hasSlept()) return presence.cover("looking");
    if (clock.current === null) {
      tell();
      return;
    }
    const next = phaseOf(clock.current, now());
    show(next.phase === "over" ? QUIET : next);
    if (next.phase === "over") presence.cover(next.why);
    else if (worthTelling(clock.current, activeAt.current, now())) tell();
  });
  const begin = useEffectEvent(() => {
    clock.current = null;
    tell();
  });
  const act = useEffectEvent((event: Event) => {
    if (presence.now() !== null) return;
    const isLeaving = event.target instanceof Element && event.target.closest("[data-signs-out]") !== null;
    if (isLeaving) return;
    activeAt.current = now();
    if (phase.phase === "warning" && phase.why === "idle" && event.type !== "wheel") tell();
    else tick();
  });
  const hear = useEffectEvent((idleMs: number, endsMs: number) => {
    clock.current = { idleEnds: now() + idleMs, ends: now() + endsMs, toldAt: now() };
    tick();
  });

  useEffect(() => {
    if (!isCovered) begin();
  }, [isCovered]);
  useEffect(() => {
    const timer = setInterval(() => tick(), TICK_MS);
    const wake = () => tick();
    const listen = (event: Event) => act(event);
    document.addEventListener("visibilitychange", wake);
    for (const name of ACTIVITY) window.addEventListener(name, listen, { capture: true, passive: true });
    const stop = tabs.hear((message) => {
      if (message.type === "stays") hear(message.idleMs, message.endsMs);
    });
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", wake);
      for (const name of ACTIVITY) window.removeEventListener(name, listen, { capture: true });
      stop();
    };
  }, []);
  return { phase, stay: tell };
}
