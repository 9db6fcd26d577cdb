import type { ProgramSettings, ProgramsPage } from "@soundings/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import { useMoment } from "../../lib/use-moment.ts";
import buttons from "../../ui/buttons.module.css";
import { Notice } from "../../ui/Notice.tsx";
import { counted } from "../../ui/numbers.ts";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import { Unsaved } from "../../ui/Unsaved.tsx";
import { changedSettings } from "./changes.ts";
import { check, draftOf, isSameDraft } from "./draft.ts";
import { ProgramForm } from "./ProgramForm.tsx";
import classes from "./programs.module.css";

const route = getRouteApi("/admin/programs/$programId");

function Loading() {
  return (
    <div className={classes.form} aria-busy="true">
      {[24, 32, 28, 20].map((width) => (
        <p key={width} className={classes.section}>
          <Bar width={width} />
        </p>
      ))}
    </div>
  );
}

interface ConflictProps {
  readonly stands: ProgramSettings;
  readonly differing: readonly string[];
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Somebody else saved meanwhile: neither version is lost until one is chosen. */
function Conflict({ stands, differing, onTake, onKeep }: ConflictProps) {
  const moment = useMoment();
  const when = stands.changedAt === null ? "" : ` on ${moment(stands.changedAt)}`;
  return (
    <div className={classes.conflict} role="alert">
      <strong>
        {stands.changedBy ?? "Somebody"} changed this program{when}, after you had opened it.
      </strong>
      <p>
        What you entered is still below. It differs from what stands in:{" "}
        {differing.length === 0 ? "nothing" : differing.join(", ")}.
      </p>
      <div className={classes.steps}>
        <button type="button" className={buttons.framed} onClick={onTake}>
          Show what stands, and drop mine
        </button>
        <button type="button" className={buttons.framed} onClick={onKeep}>
          Keep mine, to be saved over it
        </button>
      </div>
    </div>
  );
}

interface EditorProps {
  /** What stands now; it may move on while the form is open. */
  readonly stands: ProgramSettings;
  readonly people: ProgramsPage["people"];
  readonly mayChange: boolean;
}

function Editor({ stands, people, mayChange }: EditorProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const moment = useMoment();
  const [base, setBase] = useState(stands);
  const [draft, setDraft] = useState(() => draftOf(stands));
  const [said, setSaid] = useState("");
  const take = (settings: ProgramSettings) => {
    setBase(settings);
    setDraft(draftOf(settings));
  };
  const save = useMutation(
    trpc.programs.save.mutationOptions({
      onSuccess: (saved) => {
        take(saved);
        setSaid("Saved.");
      },
      // Also after a refusal: what stands may be newer than what the page knows.
      onSettled: () => queryClient.invalidateQueries(trpc.programs.pathFilter()),
    }),
  );
  const isBehind = stands.revision > base.revision;
  const mine = check(draft).settings;
  const last = stands.changedAt === null ? null : `Last changed ${moment(stands.changedAt)}`;
  return (
    <>
      {isBehind ? (
        <Conflict
          stands={stands}
          differing={
            mine === null ? ["fields that are still to be corrected"] : changedSettings(mine, stands)
          }
          onTake={() => {
            save.reset();
            take(stands);
          }}
          onKeep={() => {
            save.reset();
            setBase(stands);
          }}
        />
      ) : null}
      <Unsaved when={mayChange && !isSameDraft(draft, draftOf(base))} />
      <ProgramForm
        draft={draft}
        people={people}
        does="Save"
        step={{ isPending: save.isPending || isBehind, error: isBehind ? null : save.error }}
        mayChange={mayChange}
        onChange={(next) => {
          setSaid("");
          setDraft(next);
        }}
        onSend={({ core, practice }) =>
          save.mutate({ programId: stands.programId, revision: base.revision, core, practice })
        }
        said={said || (last && stands.changedBy ? `${last} by ${stands.changedBy}` : last)}
      />
    </>
  );
}

export function ProgramPage() {
  const trpc = useTRPC();
  const { programId } = route.useParams();
  const list = useQuery(trpc.programs.page.queryOptions());
  const me = useQuery(trpc.account.me.queryOptions());
  const page = list.data;
  const stands = page?.programs.find((program) => program.programId === programId);
  return (
    <PageFrame
      title={stands?.core.name ?? "Program"}
      aside={
        stands ? (
          <span className={classes.hint}>
            {stands.programId}, {counted(stands.patientsInTreatment, "patient")} in treatment
          </span>
        ) : null
      }
    >
      <p className={classes.lead}>
        <Link to="/admin/programs">All programs</Link>. When a setting that rules read is changed, the
        findings of this program's patients are evaluated again.
      </p>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {page && !stands ? (
        <Notice kind="empty" title="There is no such program among those you may see.">
          Go back to the list of programs and open it from there.
        </Notice>
      ) : null}
      {list.isPending ? <Loading /> : null}
      {page && stands ? (
        <Editor
          key={programId}
          stands={stands}
          people={page.people}
          mayChange={me.data?.actions.includes("programs.change") ?? false}
        />
      ) : null}
    </PageFrame>
  );
}
