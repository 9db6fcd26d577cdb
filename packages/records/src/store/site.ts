import { type CalendarDate, DEFAULT_ZONE, type Program, type Site, type ZoneName } from "@soundings/clinical";
import { selectedColumns } from "../kinds/access.ts";
import { decode } from "../kinds/codec.ts";
import { SHAPES } from "../kinds/shapes.ts";
import type { ReadConnection, WriteConnection } from "./sqlite.ts";
import type { ReadStore } from "./store.ts";

/** A database holds a demo clinic or real people, for life. */
export type Purpose = "demo" | "real";

/** What a demo clinic was made from: the same seed and date give the same clinic. */
export interface DemoOrigin {
  readonly seed: string;
  readonly date: CalendarDate;
}

/** Who decided the zone: a setting, the first program that named one, or nobody yet. */
export type ZoneSource = "set" | "program" | "default";

/** The site: its zone and programs, and what the database is for. */
export interface StoredSite extends Site {
  readonly zoneSource: ZoneSource;
  readonly purpose: Purpose;
  readonly demo: DemoOrigin | null;
}

type SettingName =
  | "idle_minutes"
  | "purpose"
  | "zone"
  | "zone_source"
  | "demo_seed"
  | "demo_date"
  | "created_at"
  | "rules"
  | "outcomes"
  | "last_backup"
  | "last_refresh"
  | "last_verification";

export function setting(connection: ReadConnection, name: SettingName): string | null {
  const row = connection.first(
    connection.query.selectFrom("settings").select("value").where("name", "=", name),
  );
  return row?.value ?? null;
}

export function saveSetting(connection: WriteConnection, name: SettingName, value: string): void {
  connection.run(
    connection.change
      .insertInto("settings")
      .values({ name, value })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value })),
  );
}

/** The zone of the site, and who decided it. */
export function zoneOf(connection: ReadConnection): { readonly zone: ZoneName; readonly source: ZoneSource } {
  const zone = setting(connection, "zone") as ZoneName | null;
  const source = setting(connection, "zone_source") as ZoneSource | null;
  return zone === null ? { zone: DEFAULT_ZONE, source: "default" } : { zone, source: source ?? "set" };
}

export function saveZone(connection: WriteConnection, zone: ZoneName, source: ZoneSource): void {
  saveSetting(connection, "zone", zone);
  saveSetting(connection, "zone_source", source);
}

function programsOf(connection: ReadConnection): ReadonlyMap<string, Program> {
  const { columns, table } = SHAPES.program;
  const rows = connection
    .statement(`select ${selectedColumns(SHAPES.program, "t")} from "${table}" as t order by t."program_id"`)
    .all([]);
  const programs = rows.map((row) => decode(columns, row) as unknown as Program);
  return new Map(programs.map((program) => [program.programId, program]));
}

export function demoOf(connection: ReadConnection): DemoOrigin | null {
  const seed = setting(connection, "demo_seed");
  const date = setting(connection, "demo_date");
  return seed === null || date === null ? null : { seed, date: date as CalendarDate };
}

/** Everything about the site, read through one connection. */
export function readSite(connection: ReadConnection): StoredSite {
  const { zone, source } = zoneOf(connection);
  return {
    zone,
    zoneSource: source,
    programs: programsOf(connection),
    purpose: setting(connection, "purpose") === "demo" ? "demo" : "real",
    demo: demoOf(connection),
  };
}

/** The site: its zone and programs, and what the database is for. */
export function siteOf(store: ReadStore): StoredSite {
  return readSite(store.reader);
}
