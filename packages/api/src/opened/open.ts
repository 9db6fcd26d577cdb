import type { OpenOutsideInput, OpenOutsideResult } from "@soundings/contract";
import {
  appendAudit,
  asksInLastHour,
  type NamedPatient,
  openPatient,
  patientNamed,
  visiblePatient,
} from "@soundings/records";
import { scopeOf } from "../access/scope.ts";
import { dayNamed } from "../day.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

const MOST_ASKS_AN_HOUR = 10;

function namedBy(who: OpenOutsideInput["who"]): NamedPatient {
  if (who.by === "record_number") return who;
  const birthDate = dayNamed(who.birthDate);
  if (birthDate === null) throw new AppError("bad_day");
  return { ...who, birthDate };
}

/**
 * Enters who asks, and why, in a transaction of its own, before anything is looked up: whatever comes of it, the asking is on
 * record. By which way the patient was named is entered, and not the name.
 * @throws AppError too_many_tries: somebody who tries names is not told which exist; audit_unwritable.
 */
function enterAsk({ store, actor, person, now }: Asked, { reason, who }: OpenOutsideInput): number {
  const { writer } = store;
  try {
    return writer.act(() => {
      if (asksInLastHour(writer, person.personId, now()) >= MOST_ASKS_AN_HOUR)
        throw new AppError("too_many_tries");
      return appendAudit(writer, actor, { event: "glass_asked", detail: { reason, by: who.by } }, now());
    });
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError("audit_unwritable", { cause });
  }
}

/**
 * Opens a patient outside the person's scope, named by the exact record number, or by name and birth date, with a reason, for
 * eight hours.
 */
export async function openOutside(asked: Asked, input: OpenOutsideInput): Promise<OpenOutsideResult> {
  const { store, actor, person, now } = asked;
  const { writer } = store;
  const named = namedBy(input.who);
  const ask = enterAsk(asked, input);
  return writer.act((): OpenOutsideResult => {
    const at = now();
    const refused = (found: Readonly<Record<string, unknown>>, patientId: string | null) =>
      appendAudit(
        writer,
        actor,
        { event: "glass_opened", outcome: "refused", patientId, detail: { ask, ...found } },
        at,
      );
    const patientId = patientNamed(store, named);
    if (patientId === null) {
      refused({ found: false }, null);
      return { outcome: "not_found" };
    }
    if (visiblePatient(store, scopeOf(asked, person, "patient.view"), patientId)) {
      refused({ inScope: true }, patientId);
      return { outcome: "in_scope_already", patientId };
    }
    const { reason } = input;
    const { openingId, until, recipients } = openPatient(writer, {
      personId: person.personId,
      patientId,
      reason,
      now: at,
    });
    const detail = { ask, reason, until, told: recipients.length };
    appendAudit(writer, actor, { event: "glass_opened", patientId, openingId, detail }, at);
    return { outcome: "opened", patientId, until };
  });
}
