import { type Instant, instantFromMs } from "@soundings/clinical";

/** The present moment of the machine. */
export function present(): Instant {
  return instantFromMs(Date.now());
}
