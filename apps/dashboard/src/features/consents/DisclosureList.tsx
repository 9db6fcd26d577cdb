import type { ConsentsPage, Disclosure } from "@soundings/contract";
import { useMoment } from "../../lib/use-moment.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import classes from "./consents.module.css";
import { formWords } from "./forms.ts";
import { basisWords, whatWords } from "./words.ts";

function useColumns(): readonly Column<Disclosure>[] {
  const moment = useMoment();
  return [
    {
      id: "when",
      head: "When",
      track: "minmax(160px, 1fr)",
      cell: ({ at, by }) => (
        <>
          {moment(at)}
          <span className={classes.detail}>by {by}</span>
        </>
      ),
    },
    { id: "to", head: "To", track: "minmax(160px, 1.4fr)", cell: ({ recipient }) => recipient },
    { id: "what", head: "What", track: "minmax(200px, 2fr)", cell: ({ what }) => whatWords(what) },
    { id: "purpose", head: "Purpose", track: "minmax(140px, 1.2fr)", cell: ({ purpose }) => purpose },
    {
      id: "basis",
      head: "Basis",
      track: "minmax(180px, 1.6fr)",
      cell: ({ basis, basisDetail }) => (
        <>
          {basisWords(basis)}
          <span className={classes.detail}>{basisDetail}</span>
        </>
      ),
    },
    {
      id: "document",
      head: "Document",
      track: "minmax(120px, 1fr)",
      cell: ({ form, notice, digest }) => (
        <>
          {formWords(form)}
          <span className={classes.detail}>{notice}</span>
          <code className={classes.digest} data-hint={`SHA-256 ${digest}`}>
            {digest.slice(0, 12)}
          </code>
        </>
      ),
    },
  ];
}

/** The accounting of disclosures, newest first. */
export function DisclosureList({ page }: { page: ConsentsPage }) {
  const columns = useColumns();
  return (
    <DataTable
      label="Disclosures"
      columns={columns}
      rows={page.disclosures}
      keyOf={({ disclosureId }) => disclosureId}
    />
  );
}
