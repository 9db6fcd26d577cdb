import { z } from "zod";

/** What the pages of one browser tell each other. Times are durations: each page has its own clock. */
const tabMessage = z.discriminatedUnion("type", [
  /** Somebody is signed in, as the page that was opened or signed in last has it. */
  z.object({ type: z.literal("here"), personId: z.string() }),
  z.object({ type: z.literal("signed_out") }),
  /** The server was told that the person is still there. */
  z.object({ type: z.literal("stays"), idleMs: z.number(), endsMs: z.number() }),
]);
export type TabMessage = z.infer<typeof tabMessage>;

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("soundings") : null;

export const tabs = {
  tell(message: TabMessage): void {
    channel?.postMessage(message);
  },
  /** Returns the way to stop. */
  hear(act: (message: TabMessage) => void): () => void {
    const listen = (event: MessageEvent) => {
      const parsed = tabMessage.safeParse(event.data);
      if (parsed.success) act(parsed.data);
    };
    channel?.addEventListener("message", listen);
    return () => channel?.removeEventListener("message", listen);
  },
};
