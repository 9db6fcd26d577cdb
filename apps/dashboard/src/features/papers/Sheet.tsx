import { useElementSize } from "@mantine/hooks";
import type { Paper, PaperSection, PaperTable } from "@soundings/clinical";
import type { ReactNode } from "react";
import { Timeline } from "../../charts/Timeline.tsx";
import { InternalCopy } from "../../ui/InternalCopy.tsx";
import { fitOf } from "./fit.ts";
import classes from "./sheet.module.css";

const DATE = /\d{4}-\d{2}-\d{2}/g;

/** Dates stay whole at the end of a line. */
function Dated({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { 0: date, index } of text.matchAll(DATE)) {
    const day = (
      <span key={index} className={classes.day}>
        {date}
      </span>
    );
    parts.push(text.slice(from, index), day);
    from = index + date.length;
  }
  return [...parts, text.slice(from)];
}

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
              <td key={table.columns[place]}>
                <Dated text={cell} />
              </td>
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
            <li key={line}>
              <Dated text={line} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** A paper as it will be printed. Paper is light, whatever the screen is. */
export function Sheet({ paper }: { paper: Paper }) {
  const { ref, height } = useElementSize();
  const fit = paper.kind === "summary" && height > 0 ? fitOf(height) : 1;
  return (
    <article
      className={classes.sheet}
      data-paper={paper.kind}
      data-mantine-color-scheme="light"
      style={{ "--fit": fit }}
      aria-label={paper.title}
    >
      <div ref={ref} className={classes.content}>
        <header className={classes.head}>
          <InternalCopy onScreen />
          <h2>{paper.title}</h2>
        </header>
        <dl className={classes.about}>
          {paper.about.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Dated text={text} />
              </dd>
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
      </div>
    </article>
  );
}
