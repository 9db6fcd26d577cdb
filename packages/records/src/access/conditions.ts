import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { PatientScope, ScopePart } from "./scope.ts";

type Condition = RawBuilder<SqlBool>;

/** Ids as one value, so that the statement is the same for any number of them. */
function among(column: string, ids: readonly string[]): Condition {
  return sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))`;
}

function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

export function isEverybody(scope: PatientScope): boolean {
  return scope.some((part) => part.of === "everyone");
}

type Parts = { readonly [Of in ScopePart["of"]]: Extract<ScopePart, { readonly of: Of }> };

/** What holds of an episode in one part; null for a part that says nothing of episodes. */
function partOfEpisode(part: ScopePart, e: string): Condition | null {
  const held = ({ staffId, programIds }: Parts["staff"]): Condition => {
    const by = sql<SqlBool>`(${sql.ref(`${e}.therapist_id`)} = ${staffId} or ${sql.ref(`${e}.prescriber_id`)} = ${staffId})`;
    return programIds === null ? by : sql<SqlBool>`(${by} and ${among(`${e}.program_id`, programIds)})`;
  };
  if (part.of === "staff") return held(part);
  if (part.of === "programs") return among(`${e}.program_id`, part.programIds);
  if (part.of === "in_treatment") {
    const active = sql`select 1 from "episode_summaries" as "x" where "x"."episode_id" = ${sql.ref(`${e}.episode_id`)} and "x"."phase" = 'active'`;
    return sql<SqlBool>`(${among(`${e}.program_id`, part.programIds)} and exists (${active}))`;
  }
  return null;
}

function ofEpisode(scope: PatientScope, e: string): readonly Condition[] {
  return scope.flatMap((part) => partOfEpisode(part, e) ?? []);
}

/** The patients that are listed one by one. */
function ofPatient(scope: PatientScope, column: string): readonly Condition[] {
  const ids = scope.flatMap((part) => (part.of === "patients" ? part.patientIds : []));
  return ids.length === 0 ? [] : [among(column, ids)];
}

/**
 * Whether a row that is of one episode, such as one of the caseload, is in scope: by this episode's own therapist,
 * prescriber or program, or because its patient is listed. `e` is the alias of `episodes`. Without a part, none is.
 */
export function episodeInScope(scope: PatientScope, e: string): Condition {
  if (isEverybody(scope)) return sql<SqlBool>`true`;
  return anyOf([...ofEpisode(scope, e), ...ofPatient(scope, `${e}.patient_id`)]);
}

/** The parts of a scope that hold of a patient: listed, or with any episode in scope. */
function patientParts(scope: PatientScope, column: string): readonly Condition[] {
  const own = ofEpisode(scope, "o");
  const episodes = sql<SqlBool>`exists (select 1 from "episodes" as "o" where "o"."patient_id" = ${sql.ref(column)} and ${anyOf(own)})`;
  return [...(own.length === 0 ? [] : [episodes]), ...ofPatient(scope, column)];
}

/** Whether a patient is in scope. `column` names the patient's id, such as `p.patient_id`. Without a part, nobody is. */
export function patientInScope(scope: PatientScope, column: string): Condition {
  return isEverybody(scope) ? sql<SqlBool>`true` : anyOf(patientParts(scope, column));
}

/** Whether a session is in scope: its patient is, or who leads it is named. `v` is the alias of `sessions`. */
export function sessionInScope(scope: PatientScope, v: string): Condition {
  if (isEverybody(scope)) return sql<SqlBool>`true`;
  const led = scope.flatMap((part) =>
    part.of === "led" ? [sql<SqlBool>`${sql.ref(`${v}.staff_id`)} = ${part.staffId}`] : [],
  );
  return anyOf([...patientParts(scope, `${v}.patient_id`), ...led]);
}

/** Whether anything of a patient is in scope: the patient, or a session that is led. */
export function concernsScope(scope: PatientScope, column: string): Condition {
  if (isEverybody(scope)) return sql<SqlBool>`true`;
  const led = scope.flatMap((part) =>
    part.of === "led"
      ? [
          sql<SqlBool>`exists (select 1 from "sessions" as "w" where "w"."patient_id" = ${sql.ref(column)} and "w"."staff_id" = ${part.staffId})`,
        ]
      : [],
  );
  return anyOf([...patientParts(scope, column), ...led]);
}
