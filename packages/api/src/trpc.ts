import { type Action, APP_ERRORS, mayAtAll, type ProblemData } from "@soundings/contract";
import {
  type Actor,
  type AuditEvent,
  appendAudit,
  EVERYONE,
  type PatientScope,
  type Person,
  Refused,
  visiblePatient,
} from "@soundings/records";
import { initTRPC } from "@trpc/server";
import type { z } from "zod";
import { openingFor, rolesIn, scopeOf } from "./access/scope.ts";
import type { ApiContext } from "./context.ts";
import { AppError, appErrorCodeOf } from "./errors.ts";
import { patiently, untilFree } from "./patience.ts";

const t = initTRPC
  .context<ApiContext>()
  .meta<{ readonly action: Action }>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const code = appErrorCodeOf(error);
      const { status, sentence } = APP_ERRORS[code];
      const data: ProblemData = { code, httpStatus: status, requestId: ctx?.requestId ?? "none" };
      return { code: shape.code, message: sentence, data };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** What a body knows of the person who asks, after the table of permissions has let the person in. */
export interface Asked extends ApiContext {
  readonly action: Action;
  readonly person: Person;
  readonly actor: Actor;
  /** Whom the person may do this to. Every query takes it; nothing else decides what is shown. */
  readonly scope: PatientScope;
}

/** @throws AppError audit_unwritable: what cannot be entered is neither shown nor done. */
async function enter({ store, actor }: Pick<Asked, "store" | "actor">, event: AuditEvent): Promise<void> {
  const { writer } = store;
  try {
    await patiently(writer, () => appendAudit(writer, actor, event));
  } catch (cause) {
    throw new AppError("audit_unwritable", { cause });
  }
}

/** The entry of a change, in the transaction that is open. */
function enterHere({ store, actor }: Asked, event: AuditEvent): void {
  try {
    appendAudit(store.writer, actor, event);
  } catch (cause) {
    throw new AppError("audit_unwritable", { cause });
  }
}

/** An entry about a patient names the opening under which the patient was seen, if any. */
function whole(asked: Asked, event: AuditEvent): AuditEvent {
  const { patientId, openingId } = event;
  if (typeof patientId !== "string" || openingId !== undefined) return event;
  const { person, action } = asked;
  return { ...event, openingId: openingFor({ services: asked, person, action }, patientId) };
}

/**
 * @throws AppError signed_out, second_factor_needed, not_allowed: before the input is looked at, so that the answer is the
 * same whatever was asked for.
 */
async function admit(ctx: ApiContext, action: Action): Promise<Asked> {
  const { signedIn, requestId, store } = ctx;
  if (signedIn === null || signedIn.person.disabled) throw new AppError("signed_out");
  const { person, signInId, secondFactorMet } = signedIn;
  const actor: Actor = { personId: person.personId, name: person.name, signInId, requestId };
  if (!secondFactorMet && action !== "account.use") throw new AppError("second_factor_needed");
  if (!mayAtAll(action, rolesIn(person))) {
    await enter({ store, actor }, { event: "refused", outcome: "refused", detail: { action } });
    throw new AppError("not_allowed");
  }
  return { ...ctx, action, person, actor, scope: scopeOf(ctx, person, action) };
}

function permitted(action: Action) {
  return t.procedure
    .meta({ action })
    .use(async ({ ctx, next }) => next({ ctx: { asked: await admit(ctx, action) } }));
}

interface Spec<Input extends z.ZodType, Output extends z.ZodType> {
  readonly action: Action;
  readonly input: Input;
  readonly output: Output;
}

/** What is entered in the audit for an answer; null for what shows nothing that needs an entry. */
type Entry<Input extends z.ZodType, Output extends z.ZodType> = (
  input: z.output<Input>,
  output: z.input<Output>,
  asked: Asked,
) => AuditEvent | null | Promise<AuditEvent | null>;

/** The patient whom an input names, if there is such a patient: anything else that was typed is kept out of the audit. */
function patientNamed({ store }: Asked, input: unknown): string | null {
  if (typeof input !== "object" || input === null || !("patientId" in input)) return null;
  const { patientId } = input;
  return typeof patientId === "string" && visiblePatient(store, EVERYONE, patientId) ? patientId : null;
}

/** The person is told the same of what is not there and what is out of reach; the audit knows which it was. */
async function noteRefusal(asked: Asked, input: unknown, error: unknown): Promise<void> {
  const expected = error instanceof AppError || error instanceof Refused;
  if (!expected || error.code === "audit_unwritable") return;
  const patientId = patientNamed(asked, input);
  await enter(asked, {
    event: "refused",
    outcome: "refused",
    patientId,
    detail: { action: asked.action, code: error.code, ...(patientId === null ? {} : { asked: patientId }) },
  });
}

interface Read<Input extends z.ZodType, Output extends z.ZodType> extends Spec<Input, Output> {
  readonly audit: Entry<Input, Output>;
  readonly body: (asked: Asked, input: z.output<Input>) => z.input<Output> | Promise<z.input<Output>>;
}

/** A procedure that shows something. Its entry is in the audit before the answer leaves; without the entry none leaves. */
export function read<Input extends z.ZodType, Output extends z.ZodType>(spec: Read<Input, Output>) {
  return permitted(spec.action)
    .input(spec.input)
    .output(spec.output)
    .query(async ({ ctx: { asked }, input }) => {
      const given = input as z.output<Input>;
      try {
        const answer = await spec.body(asked, given);
        const event = await spec.audit(given, answer, asked);
        if (event !== null) await enter(asked, whole(asked, event));
        return answer as never;
      } catch (error) {
        await noteRefusal(asked, given, error);
        throw error;
      }
    });
}

interface Change<Input extends z.ZodType, Output extends z.ZodType> extends Spec<Input, Output> {
  /** What was changed, entered in the same transaction. */
  readonly audit: (input: z.output<Input>, output: z.input<Output>, asked: Asked) => AuditEvent;
  /** Runs without a pause inside one transaction. */
  readonly body: (asked: Asked, input: z.output<Input>) => z.input<Output>;
}

/** A procedure that changes something: the change and its entry in the audit are one transaction. */
export function change<Input extends z.ZodType, Output extends z.ZodType>(spec: Change<Input, Output>) {
  return permitted(spec.action)
    .input(spec.input)
    .output(spec.output)
    .mutation(async ({ ctx: { asked }, input }) => {
      const given = input as z.output<Input>;
      const { writer } = asked.store;
      try {
        return await patiently(writer, () => {
          const answer = spec.body(asked, given);
          enterHere(asked, whole(asked, spec.audit(given, answer, asked)));
          return answer as never;
        });
      } catch (error) {
        await noteRefusal(asked, given, error);
        throw error;
      }
    });
}

interface Work<Input extends z.ZodType, Output extends z.ZodType> extends Spec<Input, Output> {
  /** Runs over several transactions, such as an import; each writes its own entries under `asked.actor`. */
  readonly body: (asked: Asked, input: z.output<Input>) => Promise<z.input<Output>>;
}

/** A procedure whose writes enter themselves in the audit, each in its own transaction. */
export function work<Input extends z.ZodType, Output extends z.ZodType>(spec: Work<Input, Output>) {
  return permitted(spec.action)
    .input(spec.input)
    .output(spec.output)
    .mutation(async ({ ctx: { asked }, input }) => {
      const given = input as z.output<Input>;
      try {
        await untilFree(asked.store.writer);
        return (await spec.body(asked, given)) as never;
      } catch (error) {
        await noteRefusal(asked, given, error);
        throw error;
      }
    });
}
