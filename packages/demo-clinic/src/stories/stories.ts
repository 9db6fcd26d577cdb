import { betterOnPaper } from "./better-on-paper.ts";
import { buprenorphineStopped } from "./buprenorphine-stopped.ts";
import { carryOver } from "./carry-over.ts";
import { earlyNonResponse } from "./early-non-response.ts";
import { item9LastNight } from "./item-9-last-night.ts";
import { item9NotFollowedUp } from "./item-9-not-followed-up.ts";
import { lateAndCorrected } from "./late-and-corrected.ts";
import { mixedQuality } from "./mixed-quality.ts";
import { newFentanyl } from "./new-fentanyl.ts";
import { noContact } from "./no-contact.ts";
import { oneCriterionNoData } from "./one-criterion-no-data.ts";
import { pastPlannedStay } from "./past-planned-stay.ts";
import { relapseAndReturn } from "./relapse-and-return.ts";
import { reliableDeterioration } from "./reliable-deterioration.ts";
import { silence } from "./silence.ts";
import { spikedSpecimen } from "./spiked-specimen.ts";
import { stepDownReady } from "./step-down-ready.ts";
import type { Story } from "./story.ts";
import { suddenGain } from "./sudden-gain.ts";
import { totalOnly } from "./total-only.ts";

/** The patients with stories, by record number. */
export const STORIES: readonly Story[] = [
  betterOnPaper,
  carryOver,
  newFentanyl,
  oneCriterionNoData,
  item9LastNight,
  item9NotFollowedUp,
  reliableDeterioration,
  earlyNonResponse,
  suddenGain,
  noContact,
  buprenorphineStopped,
  spikedSpecimen,
  pastPlannedStay,
  totalOnly,
  mixedQuality,
  relapseAndReturn,
  lateAndCorrected,
  stepDownReady,
  silence,
];
