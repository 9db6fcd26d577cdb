import type { VerifyProblem } from "../verify/problem.ts";

function named(first: number, last: number): string {
  return first === last ? `audit entry ${first}` : `audit entries ${first} to ${last}`;
}

export function missing(first: number, last: number): VerifyProblem {
  const message = first === last ? "It is not there any more." : "They are not there any more.";
  return { code: "audit_missing", where: named(first, last), message };
}

export function changed(seq: number): VerifyProblem {
  return { code: "audit_changed", where: named(seq, seq), message: "It is not as it was written." };
}

export function added(first: number, last: number = first): VerifyProblem {
  const message = first === last ? "Soundings did not write it." : "Soundings did not write them.";
  return { code: "audit_added", where: named(first, last), message };
}

export function moved(seq: number, written: number): VerifyProblem {
  const message = `It was written as entry ${written} and stands in another place.`;
  return { code: "audit_reordered", where: named(seq, seq), message };
}

export function listDiffers(seq: number): VerifyProblem {
  const message = "By its own list, other patients were shown than those under whom it is found.";
  return { code: "audit_list_differs", where: named(seq, seq), message };
}

export function headWrong(message: string): VerifyProblem {
  return { code: "audit_head_differs", where: "audit head", message };
}
