import type { Paper, PaperSection, PaperTable } from "@soundings/clinical";
import { Timeline } from "../../charts/Timeline.tsx";
import { InternalCopy } from "../../ui/InternalCopy.tsx";
import classes from "./sheet.module.css";

function Table({ table, label }: { table: PaperTable; label: string }) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.join("\n")}>
            {row.map((cell, place) => (
              <td key={table.columns[place]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Body({ section }: { section: PaperSection }) {
  if (section.kind === "picture") return <Timeline picture={section.picture} title={section.heading} still />;
  return (
    <>
      <h3>{section.heading}</h3>
      {section.kind === "table" ? <Table table={section.table} label={section.heading} /> : null}
      {section.kind === "lines" ? (
        <ul>
          {section.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** A paper as it will be printed. Paper is light, whatever the screen is. */
export function Sheet({ paper }: { paper: Paper }) {
  return (
    <article
      className={classes.sheet}
      data-paper={paper.kind}
      data-mantine-color-scheme="light"
      aria-label={paper.title}
    >
      <header className={classes.head}>
        <InternalCopy onScreen />
        <h2>{paper.title}</h2>
      </header>
      <dl className={classes.about}>
        {paper.about.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.sections}>
        {paper.sections.map((section) => (
          <section key={section.heading} data-kind={section.kind} aria-label={section.heading}>
            <Body section={section} />
          </section>
        ))}
      </div>
      <footer className={classes.foot}>{paper.foot}</footer>
    </article>
  );
}
