import { RULE_SET } from "@soundings/clinical";
import type { SiteInfo } from "@soundings/contract";
import { siteOf } from "@soundings/records";
import type { Services } from "../services.ts";

export function readSiteInfo(services: Services): SiteInfo {
  const { purpose, zone } = siteOf(services.store);
  return { purpose, today: services.today(), zone, version: services.version, ruleSet: RULE_SET };
}
