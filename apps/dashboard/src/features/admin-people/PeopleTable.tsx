import { instantToMs } from "@soundings/clinical";
import type { PeoplePage, PersonListing } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useMoment } from "../../lib/use-moment.ts";
import buttons from "../../ui/buttons.module.css";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { counted } from "../../ui/numbers.ts";
import classes from "./PeoplePage.module.css";
import { protectionWords, roleHeldWords, stateWords } from "./words.ts";

interface PeopleTableProps {
  readonly people: readonly PersonListing[] | undefined;
  readonly programs: PeoplePage["programs"];
  /** Whoever looks: one's own account is changed on the account page, or by somebody else. */
  readonly ownId: string | undefined;
  readonly onChange: (person: PersonListing) => void;
  readonly onAccount: (person: PersonListing) => void;
}

function Who({ person }: { person: PersonListing }) {
  const isNamedOtherwise = person.staffName !== null && person.staffName !== person.name;
  return (
    <div className={classes.who}>
      <span className={classes.name}>{person.name}</span>
      <span className={classes.detail}>{person.email}</span>
      {isNamedOtherwise ? <span className={classes.detail}>in the records: {person.staffName}</span> : null}
    </div>
  );
}

function TwoLines({ first, second }: { first: string; second: string | null }) {
  return (
    <div className={classes.who}>
      <span>{first}</span>
      {second === null ? null : <span className={classes.detail}>{second}</span>}
    </div>
  );
}

export function PeopleTable({ people, programs, ownId, onChange, onAccount }: PeopleTableProps) {
  const moment = useMoment();
  const names = useMemo(() => new Map(programs.map(({ programId, name }) => [programId, name])), [programs]);
  const columns: readonly Column<PersonListing>[] = [
    { id: "who", head: "Person", track: "minmax(150px, 1.5fr)", cell: (person) => <Who person={person} /> },
    {
      id: "roles",
      head: "Roles",
      track: "minmax(120px, 1.5fr)",
      cell: ({ roles }) => (
        <ul>
          {roles.map((held) => (
            <li key={held.role}>{roleHeldWords(held, names)}</li>
          ))}
        </ul>
      ),
    },
    {
      id: "state",
      head: "State",
      track: "minmax(88px, 0.7fr)",
      cell: ({ state, linkUntil }) => {
        const isOver = linkUntil !== null && instantToMs(linkUntil) < Date.now();
        const [word, detail] = stateWords(state, { until: linkUntil && moment(linkUntil), isOver });
        return <TwoLines first={word} second={detail} />;
      },
    },
    {
      id: "protection",
      head: "Second factor",
      track: "minmax(104px, 0.9fr)",
      cell: (person) => {
        const [factor, keys] = protectionWords(person);
        return <TwoLines first={factor} second={keys} />;
      },
    },
    {
      id: "sign-ins",
      head: "Signed in",
      track: "minmax(112px, 1fr)",
      cell: ({ signIns, lastActiveAt }) => (
        <TwoLines
          first={signIns === 0 ? "not now" : `now, ${counted(signIns, "sign-in")}`}
          second={lastActiveAt === null ? "never yet" : `last active ${moment(lastActiveAt)}`}
        />
      ),
    },
    {
      id: "steps",
      head: "Steps",
      track: "152px",
      steps: true,
      cell: (person) => (
        <>
          <button type="button" className={buttons.link} onClick={() => onChange(person)}>
            Change<span className="visually-hidden"> {person.name}</span>
          </button>
          {person.personId === ownId ? (
            <Link to="/account" className={classes.own}>
              Your account
            </Link>
          ) : (
            <button type="button" className={buttons.link} onClick={() => onAccount(person)}>
              Account<span className="visually-hidden"> of {person.name}</span>
            </button>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      label="People"
      columns={columns}
      rows={people}
      keyOf={({ personId }) => personId}
      isQuiet={({ state }) => state === "disabled"}
    />
  );
}
