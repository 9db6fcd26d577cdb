import { INSTRUMENTS } from "@soundings/clinical";
import { instrumentListing, ruleListing, siteInfo } from "@soundings/contract";
import { z } from "zod";
import { listRules } from "../reference/rules.ts";
import { readSiteInfo } from "../site/info.ts";
import { read, router } from "../trpc.ts";

const NOTHING_OF_A_PATIENT = { action: "reference.view", input: z.void(), audit: () => null } as const;

export const rulesRouter = router({
  list: read({ ...NOTHING_OF_A_PATIENT, output: ruleListing, body: () => listRules() }),
});

export const instrumentsRouter = router({
  list: read({
    ...NOTHING_OF_A_PATIENT,
    output: instrumentListing,
    body: () => ({ instruments: Object.values(INSTRUMENTS) }),
  }),
});

export const siteRouter = router({
  info: read({ ...NOTHING_OF_A_PATIENT, output: siteInfo, body: readSiteInfo }),
});
