import type { Notice } from "@soundings/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../lib/me.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { useMoment } from "../../lib/use-moment.ts";
import buttons from "../../ui/buttons.module.css";
import { problemOf } from "../../ui/problem.ts";
import classes from "./NoticeBar.module.css";

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
  const { noticeId, personName, patientId, at, reason } = notice;
  return (
    <li className={classes.notice}>
      <p>
        <strong>{personName}</strong> opened a patient of your programs from outside, {moment(at)}. Reason:{" "}
        {reason}
      </p>
      <div className={classes.steps}>
        {may("patient.view") ? (
          <Link to="/patients/$patientId" params={{ patientId }}>
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
