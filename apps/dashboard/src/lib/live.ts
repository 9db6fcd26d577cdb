import { type ServerEvent, serverEvent } from "@soundings/contract";

export interface LiveState {
  readonly live: boolean;
  /** When the last message came or the page last asked, in milliseconds of the machine's clock. */
  readonly updatedAt: number;
}

/** What a message means for the page that hears it. */
export type LiveNews =
  | { readonly type: "all" }
  | { readonly type: "patients"; readonly ids: ReadonlySet<string> }
  | { readonly type: "reload" };

/** What a message tells that is no news of records. */
export type LiveWord = "signed_out" | "notice";

interface Seen {
  readonly version: string;
  readonly today: string;
  readonly change: number;
}

type RecordEvent = Exclude<ServerEvent, { type: LiveWord }>;

/** What to look up again after a message, given what the page saw before; null when nothing. */
export function newsOf(event: RecordEvent, seen: Seen | null): LiveNews | null {
  if (event.type === "day") return { type: "all" };
  if (event.type === "changed") {
    return event.patientIds === null ? { type: "all" } : { type: "patients", ids: new Set(event.patientIds) };
  }
  if (seen === null) return null;
  if (seen.version !== event.version) return { type: "reload" };
  return seen.change === event.change && seen.today === event.today ? null : { type: "all" };
}

/** Two pieces of news as one. */
export function together(a: LiveNews | null, b: LiveNews): LiveNews {
  if (a === null || b.type === "reload") return b;
  if (a.type === "reload" || a.type === "all") return a;
  return b.type === "all" ? b : { type: "patients", ids: new Set([...a.ids, ...b.ids]) };
}

function seenAfter(event: RecordEvent, seen: Seen | null): Seen | null {
  if (event.type === "hello") return event;
  if (seen === null) return null;
  return event.type === "day" ? { ...seen, today: event.today } : { ...seen, change: event.change };
}

function read(data: unknown): ServerEvent | null {
  if (typeof data !== "string") return null;
  try {
    const parsed = serverEvent.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

interface Listener {
  readonly tell: (news: LiveNews) => void;
  readonly say: (word: LiveWord) => void;
  readonly show: (state: LiveState) => void;
}

/** Listens to the server's stream and opens it again when it breaks. Returns the way to stop. */
export function listen(url: string, { tell, say, show }: Listener): () => void {
  let seen: Seen | null = null;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let updatedAt = Date.now();

  const hear = (message: MessageEvent) => {
    const event = read(message.data);
    if (event === null) return;
    wait = FIRST_WAIT_MS;
    updatedAt = Date.now();
    show({ live: true, updatedAt });
    if (event.type === "signed_out" || event.type === "notice") {
      say(event.type);
      return;
    }
    const news = newsOf(event, seen);
    seen = seenAfter(event, seen);
    if (news) tell(news);
  };
  const open = () => {
    source = new EventSource(url);
    source.onmessage = hear;
    source.onerror = () => {
      show({ live: false, updatedAt });
      // The browser tries again by itself while the stream is connecting; a refusal closes it for good.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
