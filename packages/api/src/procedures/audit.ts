import { auditFile, auditFilter, auditInput, auditPage } from "@soundings/contract";
import { auditAsFile } from "../audit/file.ts";
import { readAuditPage } from "../audit/page.ts";
import { read, router } from "../trpc.ts";

export const auditRouter = router({
  page: read({
    action: "audit.view",
    input: auditInput,
    output: auditPage,
    body: readAuditPage,
    audit: (input, { entries }) => ({
      event: "audit_viewed",
      detail: { ...input, entries: entries.length },
    }),
  }),
  export: read({
    action: "audit.export",
    input: auditFilter,
    output: auditFile,
    body: auditAsFile,
    audit: (input, { entries, truncated }) => ({
      event: "audit_exported",
      detail: { ...input, entries, truncated },
    }),
  }),
});
