import type { KeepViewInput, OutcomeViewList } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

export function readViews(_asked: Asked): OutcomeViewList {
  throw new AppError("unexpected");
}
export function keepViewOf(_asked: Asked, _input: KeepViewInput): { readonly viewId: string } {
  throw new AppError("unexpected");
}
export function removeViewOf(_asked: Asked, _input: { readonly viewId: string }): { readonly done: true } {
  throw new AppError("unexpected");
}
