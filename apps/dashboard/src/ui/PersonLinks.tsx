import { Link } from "@tanstack/react-router";
import classes from "./PersonLinks.module.css";

interface PersonLinksProps {
  readonly person: {
    readonly patientId: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly preferredName: string | null;
    readonly mayOpen: boolean;
    readonly mayContact: boolean;
  };
}

/** A patient's name, leading where the reader may go: the page, or only how to reach the patient. */
export function PersonLinks({ person }: PersonLinksProps) {
  const { patientId, givenName, familyName, preferredName, mayOpen, mayContact } = person;
  const name = `${givenName} ${familyName}`;
  const params = { patientId };
  return (
    <span className={classes.person}>
      {mayOpen ? (
        <Link to="/patients/$patientId" params={params} search={{}} className={classes.name}>
          {name}
        </Link>
      ) : (
        <span className={classes.name}>{name}</span>
      )}
      {preferredName === null || preferredName === givenName ? null : (
        <span className={classes.detail}>goes by {preferredName}</span>
      )}
      {mayContact ? (
        <Link to="/patients/$patientId/contact" params={params} className={classes.detail}>
          Contact<span className="visually-hidden"> of {name}</span>
        </Link>
      ) : null}
    </span>
  );
}
