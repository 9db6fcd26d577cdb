import {
  type KeepViewInput,
  keepViewInput,
  type OutcomeView,
  type OutcomeViewList,
} from "@soundings/contract";
import { keepView, readKeptViews, removeView } from "@soundings/records";
import { programsOf } from "../access/scope.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** One's own views, and those that directors of the same programs share. One that this version cannot read is left out. */
export function readViews({ store, person, action }: Asked): OutcomeViewList {
  const kept = readKeptViews(store.reader, person.personId, programsOf(person, action));
  const views = kept.flatMap(({ filter, ...view }): readonly OutcomeView[] => {
    const { name, page, shared } = view;
    const read = keepViewInput.safeParse({ name, page, shared, filter: JSON.parse(filter) });
    return read.success ? [{ ...view, ...read.data }] : [];
  });
  return { views };
}

/** Keeps a view under a name; one's own of the same name is replaced. */
export function keepViewOf(
  { store, person, now }: Asked,
  { filter, ...view }: KeepViewInput,
): { readonly viewId: string } {
  const kept = { ...view, personId: person.personId, filter: JSON.stringify(filter) };
  return { viewId: keepView(store.writer, kept, now()) };
}

/** @throws AppError no_such_view: there is none, or it is somebody else's. */
export function removeViewOf(
  { store, person }: Asked,
  { viewId }: { readonly viewId: string },
): { readonly done: true } {
  if (!removeView(store.writer, person.personId, viewId)) throw new AppError("no_such_view");
  return { done: true };
}
