import type { Services } from "@soundings/api";

interface NightlyListener {
  /** The whole database was checked; that many problems were found. */
  verified(problems: number): void;
  failed(error: unknown): void;
}

/** What is done once a day, after the findings are those of the new day: the whole database is checked, and it is noted. */
export function runNightly(services: Pick<Services, "verify">, listener: NightlyListener): Promise<void> {
  return services.verify().then(listener.verified, listener.failed);
}
