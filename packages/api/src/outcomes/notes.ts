import type { AddNoteInput, OutcomeNoteList } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

export function readNotes(_asked: Asked): OutcomeNoteList {
  throw new AppError("unexpected");
}
export function addNoteOf(_asked: Asked, _input: AddNoteInput): { readonly noteId: string } {
  throw new AppError("unexpected");
}
export function takeBackNoteOf(_asked: Asked, _input: { readonly noteId: string }): { readonly done: true } {
  throw new AppError("unexpected");
}
