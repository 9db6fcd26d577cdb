import type { StoreKey } from "./key.ts";
import type { ReadConnection, WriteConnection } from "./sqlite.ts";

/** Where a database lies, and its key: what it takes to open it. */
export interface Place {
  readonly dataDir: string;
  /** null when the database is not encrypted. */
  readonly key: StoreKey | null;
}

/** A database opened for reading. */
export interface ReadStore extends Place {
  readonly reader: ReadConnection;
  /** Closes the connections. Nothing of the store may be used afterwards. */
  close(): void;
}

/** A database opened for writing: one writer, and a reader beside it. */
export interface Store extends ReadStore {
  readonly writer: WriteConnection;
  /** Something to be done before the connections are closed. */
  whenClosed(work: () => void): void;
}
