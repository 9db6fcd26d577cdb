import type { Services } from "@soundings/api";
import { SIGN_IN_HOURS } from "@soundings/contract";
import {
  type Actor,
  type AuditEvent,
  appendAudit,
  factorsOf,
  isLibraryTable,
  type LibraryCondition,
  type LibraryEntry,
  type LibraryRow,
  type LibraryTable,
  libraryCreate,
  libraryRemove,
  libraryRows,
  libraryUpdate,
  readPerson,
  type Store,
} from "@soundings/records";
import { type CustomAdapter, createAdapterFactory } from "better-auth/adapters";
import { APIError } from "better-auth/api";
import { type During, noted, present, shownBy } from "./during.ts";

const ABSOLUTE_MS = SIGN_IN_HOURS * 3_600_000;
const LONGEST_AGENT = 300;
const TOKENS = [
  "access_token",
  "refresh_token",
  "id_token",
  "access_token_expires_at",
  "refresh_token_expires_at",
] as const;

type Row = Record<string, string | number | null>;
type Where = NonNullable<Parameters<CustomAdapter["findMany"]>[0]["where"]>;

function tableOf(model: string): LibraryTable {
  if (!isLibraryTable(model)) throw new Error("the sign-in library asked for a table that it has not");
  return model;
}

function conditionsOf(where: Where | undefined): readonly LibraryCondition[] {
  return (where ?? []).map(({ field, operator = "eq", value, connector = "AND" }) => ({
    field,
    operator,
    connector,
    value: value as LibraryCondition["value"],
  }));
}

function actorOf(store: Store, personId: string, signInId: string | null): Actor {
  const name = readPerson(store, personId)?.name ?? "nobody";
  return { personId, name, signInId, requestId: present().requestId };
}

/** A password, or a provider that has not asked for one, begins nothing for who has an authenticator app. */
function mustWait(store: Store, request: During, personId: string): boolean {
  const half = request.method === "password" || (request.method === "provider" && !request.providerAsked);
  return half && factorsOf(store, personId).totp;
}

function signInRow(row: Row, request: During, now: string): Row {
  return {
    ...row,
    created_at: now,
    updated_at: now,
    last_active_at: now,
    expires_at: new Date(Date.parse(now) + ABSOLUTE_MS).toISOString(),
    second_factor: shownBy(request),
    ip_address: null,
    user_agent: String(row.user_agent ?? "").slice(0, LONGEST_AGENT),
  };
}

function begin({ store, now }: Services, row: Row): Row {
  const request = present();
  const personId = String(row.person_id);
  const person = readPerson(store, personId);
  if (person === null || person.disabled) throw new APIError("UNAUTHORIZED", { code: "DISABLED" });
  const made = signInRow(row, request, now());
  if (mustWait(store, request, personId)) {
    // Whoever gets no further knows the password: its owner should hear of it.
    const event = { event: "password_shown", detail: { personId, method: request.method } } as const;
    store.writer.actInTime(() => appendAudit(store.writer, actorOf(store, personId, null), event));
    request.withheld = personId;
    return made;
  }
  const actor = actorOf(store, personId, String(row.id));
  const detail = { method: request.method, secondFactor: made.second_factor };
  libraryCreate(store, "sign_ins", made, { actor, event: { event: "signed_in", detail } });
  request.begun = personId;
  return made;
}

const ADDED: Readonly<Partial<Record<LibraryTable, (row: Row) => AuditEvent["detail"]>>> = {
  passkeys: ({ id }) => ({ change: "passkey_added", passkeyId: id }),
  credentials: ({ provider_id }) => ({ change: "provider_linked", provider: provider_id }),
  two_factors: () => ({ change: "totp_begun" }),
};

function added(store: Store, table: LibraryTable, row: Row): LibraryEntry | null {
  const detail = ADDED[table]?.(row);
  if (detail === undefined) return null;
  const personId = String(row.person_id);
  return {
    actor: actorOf(store, personId, null),
    event: { event: "second_factor_changed", detail: { personId, ...detail } },
  };
}

function removed(store: Store, table: LibraryTable, row: LibraryRow): LibraryEntry | null {
  if (table !== "sign_ins") return null;
  const personId = String(row.person_id);
  const signInId = String(row.id);
  return {
    actor: actorOf(store, personId, signInId),
    event: { event: "signed_out", detail: { signInId, personId, cause: "signed_out" } },
  };
}

/** Who is disabled is not there, so that the answer is that of an unknown address. */
function shown(table: LibraryTable, row: LibraryRow): boolean {
  return table !== "people" || row.disabled_at === null;
}

function withoutTokens(table: LibraryTable, row: Row): Row {
  if (table !== "credentials") return row;
  const kept = { ...row };
  for (const token of TOKENS) if (token in kept) kept[token] = null;
  return kept;
}

type Act = (...given: readonly unknown[]) => Promise<unknown>;

/** The same acts; a failure of any is told to the request, since the library swallows some. */
function allNoted(custom: CustomAdapter): CustomAdapter {
  const acts = Object.entries(custom) as unknown as readonly (readonly [string, Act])[];
  const wrapped = acts.map(([name, act]) => [name, (...given: unknown[]) => noted(() => act(...given))]);
  return Object.fromEntries(wrapped) as CustomAdapter;
}

/**
 * The tables of the sign-in library, kept by records. Each act runs without a pause in one transaction with its entry in
 * the audit; nobody is created here, and no token of a provider is stored.
 */
export function signInTables(services: Services, makeId: () => string) {
  const { store } = services;
  const rows = (model: string, where: Where | undefined, limit?: number) => {
    const table = tableOf(model);
    return libraryRows(store, table, conditionsOf(where), limit).filter((row) => shown(table, row));
  };
  const remove = (model: string, where: Where) => {
    const table = tableOf(model);
    return libraryRemove(store, table, conditionsOf(where), (row) => removed(store, table, row));
  };
  const update = (model: string, where: Where, values: Row) => {
    const table = tableOf(model);
    return libraryUpdate(store, table, conditionsOf(where), withoutTokens(table, values));
  };
  const custom: CustomAdapter = {
    create: async ({ model, data }) => {
      const table = tableOf(model);
      if (table === "people") throw new APIError("FORBIDDEN", { code: "NOT_INVITED" });
      if (table === "sign_ins") return begin(services, data as Row) as unknown as typeof data;
      const row = withoutTokens(table, data as Row);
      libraryCreate(store, table, row, added(store, table, row));
      return data;
    },
    update: async <T>({ model, where, update: values }: { model: string; where: Where; update: T }) => {
      update(model, where, values as Row);
      return (rows(model, where, 1)[0] ?? null) as T | null;
    },
    updateMany: async ({ model, where, update: values }) => update(model, where, values as Row),
    findOne: async <T>({ model, where }: { model: string; where: Where }) =>
      (rows(model, where, 1)[0] ?? null) as T | null,
    findMany: async <T>({
      model,
      where,
      limit,
    }: {
      model: string;
      where?: Where | undefined;
      limit: number;
    }) => rows(model, where, limit) as T[],
    delete: async ({ model, where }) => {
      remove(model, where);
    },
    deleteMany: async ({ model, where }) => remove(model, where).length,
    consumeOne: async <T>({ model, where }: { model: string; where: Where }) =>
      (remove(model, where)[0] ?? null) as T | null,
    count: async ({ model, where }) => rows(model, where).length,
  };
  return createAdapterFactory({
    config: {
      adapterId: "soundings-records",
      supportsDates: false,
      supportsBooleans: false,
      supportsJSON: false,
      supportsNumericIds: false,
      transaction: false,
      customIdGenerator: makeId,
    },
    adapter: () => allNoted(custom),
  });
}
