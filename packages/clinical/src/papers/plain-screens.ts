import type { ScreenOnTimeline } from "../picture/types.ts";
import { linesOf } from "./parts.ts";
import { covers, type PaperScope, type PaperSource } from "./source.ts";
import type { PaperSection } from "./types.ts";

/** The result in one word. No mark of a rule is in it: what a result means is for the team to say, and a mark may tell of medications. */
export function screenResult({ disposition, validity, results }: ScreenOnTimeline): string {
  if (disposition === "excused") return "not given (excused)";
  if (disposition !== "collected") return "not given";
  const found = results.map(({ result, resultStatus }) => (resultStatus === "preliminary" ? null : result));
  if (found.includes("positive")) return "positive";
  if (validity !== null && validity !== "valid") return "no clear result";
  if (found.length === 0 || found.includes(null)) return "no result yet";
  return found.includes("inconclusive") ? "no clear result" : "negative";
}

/**
 * Screens as they were recorded, for a paper that holds screens and no medications: whether a positive is prescribed would
 * tell what the patient takes. Empty for every other paper.
 */
export function plainScreens(
  { picture: { screens } }: PaperSource,
  scope: PaperScope,
): readonly PaperSection[] {
  if (!covers(scope, ["screens"]) || covers(scope, ["medications"])) return [];
  const heading = "Drug screens";
  if (screens.length === 0) return [linesOf(heading, ["No drug screen on record in this stay"])];
  const rows = screens.map((screen) => [screen.on, screenResult(screen)]);
  return [{ kind: "table", heading, table: { columns: ["Date", "Result as recorded"], rows } }];
}
