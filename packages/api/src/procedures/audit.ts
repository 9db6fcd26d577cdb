import { auditFile, auditFilter, auditInput, auditPage } from "@soundings/contract";
import { filterEntry } from "../audit/entry.ts";
import { auditAsFile } from "../audit/file.ts";
import { readAuditPage } from "../audit/page.ts";
import { read, router } from "../trpc.ts";

export const auditRouter = router({
  page: read({
    action: "audit.view",
    input: auditInput,
    output: auditPage,
    body: readAuditPage,
    audit: ({ limit, cursor, ...filter }, { entries }, asked) => ({
      event: "audit_viewed",
      detail: { ...filterEntry(asked, filter), limit, cursor, entries: entries.length },
    }),
  }),
  export: read({
    action: "audit.export",
    input: auditFilter,
    output: auditFile,
    body: auditAsFile,
    audit: (filter, { entries, truncated }, asked) => ({
      event: "audit_exported",
      detail: { ...filterEntry(asked, filter), entries, truncated },
    }),
  }),
});
