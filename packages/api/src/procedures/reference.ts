import { INSTRUMENTS } from "@soundings/clinical";
import { instrumentListing, ruleListing, siteInfo } from "@soundings/contract";
import { listRules } from "../reference/rules.ts";
import { readSiteInfo } from "../site/info.ts";
import { procedure, router } from "../trpc.ts";

export const rulesRouter = router({
  list: procedure.output(ruleListing).query(() => listRules()),
});

export const instrumentsRouter = router({
  list: procedure.output(instrumentListing).query(() => ({ instruments: Object.values(INSTRUMENTS) })),
});

export const siteRouter = router({
  info: procedure.output(siteInfo).query(({ ctx }) => readSiteInfo(ctx)),
});
