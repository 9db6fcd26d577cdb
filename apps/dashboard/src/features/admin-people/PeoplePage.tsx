import type { PeoplePage as Page, PersonListing } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { Notice } from "../../ui/Notice.tsx";
import { counted } from "../../ui/numbers.ts";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { capital, ROLE_WORDS } from "../../ui/role-words.ts";
import { AccountSteps } from "./AccountSteps.tsx";
import { type Draft, draftOfStaff, NOBODY } from "./draft.ts";
import { Filters } from "./Filters.tsx";
import classes from "./PeoplePage.module.css";
import { PeopleTable } from "./PeopleTable.tsx";
import { ChangeDialog, InviteDialog } from "./PersonDialogs.tsx";
import { peopleMatching } from "./search.ts";

const route = getRouteApi("/admin/people");

interface UninvitedProps {
  readonly page: Page;
  readonly onInvite: (draft: Draft) => void;
}

function Uninvited({ page, onInvite }: UninvitedProps) {
  if (page.uninvited.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="uninvited">
      <h2 id="uninvited" className={classes.title}>
        Staff of the records without an account
      </h2>
      <ul className={classes.uninvited}>
        {page.uninvited.map((staff) => (
          <li key={staff.staffId}>
            <span className={classes.name}>{staff.name}</span>
            <span className={classes.detail}>{capital(ROLE_WORDS[staff.role])}</span>
            <button type="button" className={buttons.link} onClick={() => onInvite(draftOfStaff(staff))}>
              Invite<span className="visually-hidden"> {staff.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is open in front of the page. */
type Open =
  | { readonly what: "invite"; readonly start: Draft }
  | { readonly what: "change" | "account"; readonly person: PersonListing };

export function PeoplePage() {
  const trpc = useTRPC();
  const search = route.useSearch();
  const list = useQuery(trpc.people.page.queryOptions());
  const me = useQuery(trpc.account.me.queryOptions());
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState("");
  const page = list.data;
  const people = page && peopleMatching(page.people, search);
  const close = () => setOpen(null);
  const show = (next: Open) => {
    setSaid("");
    setOpen(next);
  };
  return (
    <PageFrame
      title="People"
      aside={
        <button
          type="button"
          className={`${buttons.framed} ${classes.invite}`}
          disabled={page === undefined}
          onClick={() => show({ what: "invite", start: NOBODY })}
        >
          Invite a person
        </button>
      }
    >
      <Filters search={search} />
      <p role="status" className={classes.said}>
        {said || (people && counted(people.length, "person", "people"))}
      </p>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {people?.length === 0 ? (
        <Notice kind="empty" title="Nobody matches.">
          Choose another state or role, or see{" "}
          <Link to="/admin/people" search={{}}>
            everybody
          </Link>
          .
        </Notice>
      ) : null}
      {people?.length === 0 || (list.error && !page) ? null : (
        <PeopleTable
          people={people}
          programs={page?.programs ?? []}
          ownId={me.data?.personId}
          onChange={(person) => show({ what: "change", person })}
          onAccount={(person) => show({ what: "account", person })}
        />
      )}
      {page ? <Uninvited page={page} onInvite={(start) => show({ what: "invite", start })} /> : null}
      {page && open?.what === "invite" ? (
        <InviteDialog start={open.start} page={page} onClose={close} />
      ) : null}
      {page && open?.what === "change" ? (
        <ChangeDialog person={open.person} page={page} onSaid={setSaid} onClose={close} />
      ) : null}
      {open?.what === "account" ? (
        <AccountSteps person={open.person} onSaid={setSaid} onClose={close} />
      ) : null}
    </PageFrame>
  );
}
