import {
  broughtUp,
  fillOutcomes,
  gatherHolding,
  type Holding,
  openStore,
  type Place,
  type Progress,
  StoreError,
  type Wanted,
} from "@soundings/records";
import { AppError } from "../errors.ts";

/** How many lists of facts are kept, and how many facts in all beside one that is put together: each is two to four kilobytes. */
const MOST_LISTS = 4;
const MOST_FACTS = 50_000;
/** The thread stands still while another program writes; what cannot be kept then is read from the charts. */
const LONGEST_WAIT_MS = 2_000;

/** A job that waits for facts. */
export interface Waiting {
  /** Nobody wants its answer any more. */
  ended(): boolean;
  told(progress: Progress): void;
}

interface Shared<T> {
  readonly waiting: Set<Waiting>;
  readonly result: Promise<T>;
}

/** The facts that were asked for lately, so that another question about the same episodes is answered at once. */
export interface Holdings {
  /** @throws AppError computing_ended when no job waits for them any more. */
  get(wanted: Wanted, waiting: Waiting): Promise<Holding>;
  /** Brings what is kept in the database to the day. */
  fill(today: Wanted["today"], waiting: Waiting): Promise<void>;
}

function keyOf({ scope, asOf }: Wanted): string {
  return JSON.stringify([asOf, scope]);
}

/** Goes through a long reading as long as somebody waits for it. */
async function whileWanted<T>(
  reading: AsyncGenerator<Progress, T>,
  waiting: ReadonlySet<Waiting>,
): Promise<T> {
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return step.value;
    const wanting = [...waiting].filter((one) => !one.ended());
    if (wanting.length === 0) {
      await reading.return(undefined as never);
      throw new AppError("computing_ended");
    }
    for (const one of wanting) one.told(step.value);
  }
}

/** Several jobs that need the same share the work. */
async function shared<T>(
  running: Map<string, Shared<T>>,
  key: string,
  { waiting, begin }: { readonly waiting: Waiting; readonly begin: (all: Set<Waiting>) => Promise<T> },
): Promise<T> {
  const known = running.get(key);
  if (known !== undefined) {
    known.waiting.add(waiting);
    return known.result;
  }
  const all = new Set([waiting]);
  const result = begin(all);
  running.set(key, { waiting: all, result });
  try {
    return await result;
  } finally {
    running.delete(key);
  }
}

export function createHoldings(place: Place): Holdings {
  const held = new Map<string, Holding>();
  const gathering = new Map<string, Shared<Holding>>();
  const filling = new Map<string, Shared<void>>();

  const factsHeld = () => [...held.values()].reduce((sum, { facts }) => sum + facts.length, 0);
  /** Lets go of the lists that were asked for longest ago, before another is put together beside them. */
  const makeRoom = () => {
    for (const oldest of [...held.keys()]) {
      if (held.size < MOST_LISTS && factsHeld() <= MOST_FACTS) return;
      held.delete(oldest);
    }
  };
  const keep = (key: string, holding: Holding) => {
    held.delete(key);
    held.set(key, holding);
  };
  const fill = async (today: Wanted["today"], waiting: ReadonlySet<Waiting>) => {
    const store = openStore({ ...place, access: "write" });
    store.writer.waitAtMost(LONGEST_WAIT_MS);
    try {
      await whileWanted(fillOutcomes(store, today), waiting);
    } finally {
      store.close();
    }
  };
  /** What cannot be kept now is read from the charts instead. */
  const fillIfPossible = async (today: Wanted["today"], waiting: Waiting) => {
    try {
      await shared(filling, today, { waiting, begin: (all) => fill(today, all) });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  };
  const gather = async (wanted: Wanted, waiting: ReadonlySet<Waiting>) => {
    const store = openStore({ ...place, access: "read" });
    try {
      return await whileWanted(gatherHolding(store, wanted), waiting);
    } finally {
      store.close();
    }
  };
  const asItStands = (known: Holding | undefined): Holding | null => {
    if (known === undefined) return null;
    const store = openStore({ ...place, access: "read" });
    try {
      return broughtUp(store, known);
    } finally {
      store.close();
    }
  };

  return {
    async get(wanted, waiting) {
      const key = keyOf(wanted);
      let holding = asItStands(held.get(key));
      if (holding === null) {
        held.delete(key);
        makeRoom();
        if (wanted.asOf === wanted.today) await fillIfPossible(wanted.today, waiting);
        holding = await shared(gathering, key, { waiting, begin: (all) => gather(wanted, all) });
      }
      keep(key, holding);
      return holding;
    },
    fill: fillIfPossible,
  };
}
