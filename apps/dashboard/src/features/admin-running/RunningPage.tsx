import type { RunningStatus } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import { useMoment } from "../../lib/use-moment.ts";
import { dateWords } from "../../ui/dates.ts";
import { Glyph } from "../../ui/marks/Glyph.tsx";
import { CRITERION_MARKS } from "../../ui/marks/states.ts";
import { counted } from "../../ui/numbers.ts";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import classes from "./RunningPage.module.css";
import { encryptionWords, sizeWords, TRANSPORT_WORDS } from "./words.ts";

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <dl className={classes.facts}>{children}</dl>
    </section>
  );
}

interface FactProps {
  readonly name: string;
  /** Undefined while it is on its way. */
  readonly value: ReactNode;
  /** Something to act upon. */
  readonly isWrong?: boolean;
}

function Fact({ name, value, isWrong = false }: FactProps) {
  return (
    <div className={classes.fact} data-wrong={isWrong || undefined}>
      <dt>{name}</dt>
      <dd>
        {isWrong ? (
          <>
            <Glyph mark={{ ...CRITERION_MARKS.not_met, tone: "var(--urgency-immediate)" }} />{" "}
            <span className="visually-hidden">To do: </span>
          </>
        ) : null}
        {value ?? <Bar width={24} />}
      </dd>
    </div>
  );
}

type Shown = { readonly status: RunningStatus | undefined };

function Server({ status }: Shown) {
  const moment = useMoment();
  return (
    <Group title="Server">
      <Fact name="Version" value={status && `Soundings ${status.version}`} />
      <Fact name="Running since" value={status && moment(status.startedAt)} />
      <Fact
        name="Data"
        value={
          status && (status.purpose === "demo" ? "Demo clinic: every person is invented" : "Real records")
        }
      />
      <Fact name="Today" value={status && `${dateWords(status.today)}, in ${status.zone}`} />
      <Fact
        name="Reached by"
        value={status && TRANSPORT_WORDS[status.secureTransport]}
        isWrong={status?.secureTransport === "plain"}
      />
      <Fact
        name="Mail"
        value={
          status &&
          (status.mail
            ? "Set up. One-time links are mailed."
            : "Not set up. One-time links are shown once, to be given to the person by hand.")
        }
      />
      <Fact
        name="Single sign-on"
        value={
          status && (status.provider ?? "Not set up. People sign in with e-mail and password, or a passkey.")
        }
      />
      <Fact
        name="Idle sign-off"
        value={status && `After ${counted(status.idleMinutes, "minute")} without a key or a touch`}
      />
    </Group>
  );
}

function Data({ status }: Shown) {
  return (
    <Group title="Data at rest">
      <Fact name="Directory" value={status && <code>{status.dataDir}</code>} />
      <Fact name="Size of the database" value={status && sizeWords(status.databaseBytes)} />
      <Fact name="Schema" value={status && `Version ${status.schemaVersion}`} />
      <Fact
        name="Encryption"
        value={status && encryptionWords(status)}
        isWrong={status?.encrypted === false && status.purpose === "real"}
      />
    </Group>
  );
}

function backupWords(backup: RunningStatus["lastBackup"], moment: ReturnType<typeof useMoment>): ReactNode {
  if (backup === null) {
    return (
      <>
        None yet. Run <code>soundings backup</code> with a file on another disk; it may run while people work.
      </>
    );
  }
  return (
    <>
      {moment(backup.at)}, {sizeWords(backup.bytes)}, <code>{backup.file}</code>
    </>
  );
}

function verificationWords(
  last: RunningStatus["lastVerification"],
  moment: ReturnType<typeof useMoment>,
): ReactNode {
  if (last === null) {
    return (
      <>
        Never. Run <code>soundings verify</code>: it reads every record and the whole audit, and names what
        does not fit.
      </>
    );
  }
  const found = last.problems === 0 ? "no problem found" : `${counted(last.problems, "problem")} found`;
  return (
    <>
      {moment(last.at)}, {found}.{" "}
      {last.problems === 0 ? null : (
        <>
          Run <code>soundings verify</code> to see each of them.
        </>
      )}
    </>
  );
}

function Safety({ status }: Shown) {
  const moment = useMoment();
  const run = status?.lastNightlyRun;
  return (
    <Group title="Backups and integrity">
      <Fact
        name="Last backup"
        value={status && backupWords(status.lastBackup, moment)}
        isWrong={status?.lastBackup === null && status.purpose === "real"}
      />
      <Fact
        name="Last nightly run"
        value={
          status &&
          (run
            ? `${moment(run.at)}, findings brought to ${dateWords(run.day)} for ${counted(run.patients, "patient")}`
            : "None yet. It runs by itself at the site's midnight and at every start.")
        }
      />
      <Fact
        name="Last verification"
        value={status && verificationWords(status.lastVerification, moment)}
        isWrong={(status?.lastVerification?.problems ?? 0) > 0}
      />
      <Fact
        name="Audit"
        value={
          status && (
            <>
              {counted(status.auditEntries, "entry", "entries")}, the last one <code>{status.auditHead}</code>
              . Note it somewhere else from time to time: with it an audit that was cut short can be told from
              a whole one.
            </>
          )
        }
      />
    </Group>
  );
}

export function RunningPage() {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.running.status.queryOptions());
  return (
    <PageFrame title="What is running">
      <QueryProblem error={error} onRetry={refetch} />
      {error && !data ? null : (
        <div className={classes.groups} aria-busy={data === undefined}>
          <Safety status={data} />
          <Data status={data} />
          <Server status={data} />
        </div>
      )}
    </PageFrame>
  );
}
