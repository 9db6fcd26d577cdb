import type { OpenOutsideInput, OpenOutsideResult } from "@soundings/contract";
import {
  appendAudit,
  asksInLastHour,
  type NamedPatient,
  openPatient,
  patientNamed,
  readPerson,
  visiblePatient,
} from "@soundings/records";
import { scopeOf } from "../access/scope.ts";
import { dayNamed } from "../day.ts";
import { AppError } from "../errors.ts";
import { patiently } from "../patience.ts";
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
async function enterAsk(
  { store, actor, person, now }: Asked,
  { reason, who }: OpenOutsideInput,
): Promise<number> {
  const { writer } = store;
  try {
    return await patiently(writer, () => {
      if (asksInLastHour(writer, person.personId, now()) >= MOST_ASKS_AN_HOUR)
        throw new AppError("too_many_tries");
      return appendAudit(writer, actor, { event: "glass_asked", detail: { reason, by: who.by } }, now());
    });
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError("audit_unwritable", { cause });
  }
}

interface LookedUp {
  readonly result: OpenOutsideResult;
  /** Who is told of an opening. */
  readonly told: readonly string[];
}

interface Ask {
  /** The number of the entry that holds the reason. */
  readonly seq: number;
  readonly reason: string;
  readonly named: NamedPatient;
}

/** What came of the asking, with its entry, in one transaction. */
function lookUp(asked: Asked, { seq: ask, reason, named }: Ask): Promise<LookedUp> {
  const { store, actor, person, now } = asked;
  const { writer } = store;
  const event = "glass_opened";
  return patiently(writer, (): LookedUp => {
    const at = now();
    const patientId = patientNamed(store, named);
    if (patientId === null) {
      appendAudit(writer, actor, { event, outcome: "refused", detail: { ask, found: false } }, at);
      return { result: { outcome: "not_found" }, told: [] };
    }
    if (visiblePatient(store, scopeOf(asked, person, "patient.view"), patientId)) {
      const detail = { ask, inScope: true };
      appendAudit(writer, actor, { event, outcome: "refused", patientId, detail }, at);
      return { result: { outcome: "in_scope_already", patientId }, told: [] };
    }
    const opening = { personId: person.personId, patientId, reason, now: at };
    const { openingId, until, recipients, rows } = openPatient(writer, opening);
    const detail = { ask, reason, until, told: recipients.length };
    appendAudit(writer, actor, { event, patientId, openingId, detail, rows }, at);
    return { result: { outcome: "opened", patientId, until }, told: recipients };
  });
}

/** The notice waits in the pages in any case: nobody waits for a mail, and one that does not go out changes nothing. */
function mailTo({ store, mailNotice }: Asked, personIds: readonly string[]): void {
  if (mailNotice === null) return;
  for (const personId of personIds) {
    const person = readPerson(store, personId);
    if (person !== null) void mailNotice({ name: person.name, email: person.email }).catch(() => false);
  }
}

/**
 * Opens a patient outside the person's scope, named by the exact record number, or by name and birth date, with a reason, for
 * eight hours.
 * @throws AppError too_many_tries, audit_unwritable, bad_day
 */
export async function openOutside(asked: Asked, input: OpenOutsideInput): Promise<OpenOutsideResult> {
  const named = namedBy(input.who);
  const seq = await enterAsk(asked, input);
  const { result, told } = await lookUp(asked, { seq, reason: input.reason, named });
  mailTo(asked, told);
  return result;
}
