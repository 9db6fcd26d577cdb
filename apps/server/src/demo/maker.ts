import type { Actor } from "@soundings/records";

/** Who makes the demo clinic, as its audit says. */
export const MAKER: Actor = { personId: null, name: "the demo clinic", signInId: null, requestId: null };
