import { presentMoment, reportAt } from "@soundings/api";
import { addNoteInput, keepViewInput, outcomesFilter } from "@soundings/contract";
import type { DemoLife } from "@soundings/demo-clinic";
import { type Actor, appendAudit, keepView, listColleagues, type Store, writeNote } from "@soundings/records";
import { MAKER } from "./maker.ts";

type Instant = ReturnType<typeof presentMoment>;
type Director = (staffId: string) => { readonly personId: string; readonly name: string };

function directorsOf({ reader }: Store): Director {
  const accounts = new Map(listColleagues(reader).map((one) => [one.staffId, one]));
  return (staffId) => {
    const account = accounts.get(staffId);
    if (account === undefined) throw new Error(`${staffId} of the demo clinic has no account`);
    return account;
  };
}

function writeNotes({ writer }: Store, { outcomes }: DemoLife, director: Director, now: Instant): void {
  for (const { staffId, recordedAt, programId, on, text } of outcomes.notes) {
    const note = { ...addNoteInput.parse({ programId, on, text }), on, by: director(staffId).name };
    const noteId = writeNote(writer, note, recordedAt);
    appendAudit(writer, MAKER, { event: "outcomes_noted", detail: { noteId, programId, on } }, now);
  }
}

function keepViews({ writer }: Store, { outcomes }: DemoLife, director: Director, now: Instant): void {
  for (const { staffId, keptAt, ...rest } of outcomes.views) {
    const { name, page, shared, filter } = keepViewInput.parse(rest);
    const { personId } = director(staffId);
    const view = { personId, name, page, shared, filter: JSON.stringify(filter) };
    const detail = { viewId: keepView(writer, view, keptAt), page, shared, kept: true };
    appendAudit(writer, MAKER, { event: "outcomes_view_kept", detail }, now);
  }
}

/**
 * Gives the demo clinic what directors noted, the views that they keep and the report that one of them made last quarter, with
 * their entries in the audit. Its people have their accounts.
 */
export async function makeDemoOutcomes(
  store: Store,
  life: DemoLife,
  now: Instant = presentMoment(),
): Promise<void> {
  const director = directorsOf(store);
  store.writer.act(() => {
    writeNotes(store, life, director, now);
    keepViews(store, life, director, now);
  });
  const { staffId, filter, madeAt: at, programId } = life.outcomes.report;
  const { personId, name } = director(staffId);
  const actor: Actor = { ...MAKER, personId, name };
  await reportAt(store, { programId, filter: outcomesFilter.parse(filter), actor, at });
}
