import type { Services } from "@soundings/api";

/** Looked at this often, so that sleep and a moved clock do not matter: the day is compared, no long timer is trusted. */
const LONGEST_WAIT_MS = 30_000;
const AFTER_MIDNIGHT_MS = 250;

interface DayListener {
  /** The findings are those of the new day now. */
  turned(today: ReturnType<Services["today"]>): void;
  failed(error: unknown): void;
}

/** At the site's midnight: findings are brought to the new day, then open pages are told. */
export function watchDays(services: Services, listener: DayListener): { stop(): void } {
  let known = services.today();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const wait = () => {
    if (stopped) return;
    const until = services.msUntilTomorrow() + AFTER_MIDNIGHT_MS;
    timer = setTimeout(look, Math.min(until, LONGEST_WAIT_MS));
    timer.unref();
  };
  const look = () => {
    const today = services.today();
    if (today === known) return wait();
    services
      .refreshFindings()
      .then(() => {
        known = today;
        listener.turned(today);
      })
      .catch(listener.failed)
      .finally(wait);
  };
  wait();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
