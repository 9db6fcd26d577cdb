import type {
  EpisodePicture,
  EpisodeSummary,
  Finding,
  Instrument,
  Patient,
  StepDownCard,
} from "@soundings/clinical";
import { expect, it } from "vitest";
import type { z } from "zod";
import type { finding, stepDownCard } from "./findings.ts";
import type { instrument } from "./instruments.ts";
import type { patientPage } from "./patient.ts";
import type { episodePicture } from "./picture.ts";
import type { episodeSummary } from "./summary.ts";

/** True only when each fits the other: a property added on either side is an error of types here. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

it("holds what clinical answers, property by property", () => {
  const same: readonly true[] = [
    true satisfies Same<z.infer<typeof episodeSummary>, EpisodeSummary>,
    true satisfies Same<z.infer<typeof finding>, Finding>,
    true satisfies Same<z.infer<typeof stepDownCard>, StepDownCard>,
    true satisfies Same<z.infer<typeof episodePicture>, EpisodePicture>,
    true satisfies Same<z.infer<typeof instrument>, Instrument>,
    true satisfies Same<z.infer<typeof patientPage>["patient"], Patient>,
  ];
  expect(same).not.toContain(false);
});
