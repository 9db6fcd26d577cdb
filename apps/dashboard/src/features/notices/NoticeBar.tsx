import type { Notice } from "@soundings/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../lib/me.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { useMoment } from "../../lib/use-moment.ts";
import buttons from "../../ui/buttons.module.css";
import { problemOf } from "../../ui/problem.ts";
import { ROLE_WORDS } from "../../ui/role-words.ts";
import classes from "./NoticeBar.module.css";

const inPrograms = (programs: readonly string[]) =>
  programs.length === 0 ? "" : ` in ${programs.join(", ")}`;

/** What happened, without the name that stands before it. */
function happened(notice: Notice, when: string): string {
  switch (notice.kind) {
    case "opened_outside":
      return `opened a patient of your programs from outside, ${when}. Reason: ${notice.reason}`;
    case "role_given": {
      const roles = notice.roles.map(({ role, programs }) => ROLE_WORDS[role] + inPrograms(programs));
      return `was made ${roles.join(", and ")} by ${notice.by}, ${when}.`;
    }
    case "link_made":
      return `, a director, was given a one-time link to choose a new password by ${notice.by}, ${when}.`;
    case "second_factor_removed":
      return `, a director, lost the second factor: ${notice.by} removed it, ${when}.`;
  }
}

function NoticeLine({ notice }: { notice: Notice }) {
  const trpc = useTRPC();
  const moment = useMoment();
  const may = useMay();
  const queryClient = useQueryClient();
  const seen = useMutation(
    trpc.notices.seen.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.notices.pathFilter()),
    }),
  );
  const { noticeId, personName, at } = notice;
  const words = happened(notice, moment(at));
  return (
    <li className={classes.notice}>
      <p>
        <strong>{personName}</strong>
        {words.startsWith(",") ? words : ` ${words}`}
      </p>
      <div className={classes.steps}>
        {notice.kind === "opened_outside" && may("patient.view") ? (
          <Link to="/patients/$patientId" params={{ patientId: notice.patientId }}>
            Open the patient
          </Link>
        ) : null}
        <button
          type="button"
          className={buttons.word}
          disabled={seen.isPending}
          onClick={() => seen.mutate({ noticeId })}
        >
          Seen
        </button>
        {seen.error ? <span role="alert">{problemOf(seen.error).title}</span> : null}
      </div>
    </li>
  );
}

/** What a director is told at once and stays told until it is marked as seen. */
export function NoticeBar() {
  const trpc = useTRPC();
  const may = useMay();
  const query = useQuery({ ...trpc.notices.list.queryOptions(), enabled: may("opened.view") });
  const unseen = (query.data?.notices ?? []).filter(({ seenAt }) => seenAt === null);
  return (
    <div role="status" className={classes.place}>
      {unseen.length > 0 ? (
        <ul className={classes.bar} aria-label="What you should know">
          {unseen.map((notice) => (
            <NoticeLine key={notice.noticeId} notice={notice} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
