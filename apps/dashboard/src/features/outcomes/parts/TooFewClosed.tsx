import { LEAST_CLOSED } from "@soundings/clinical";
import { Link } from "@tanstack/react-router";
import { Notice } from "../../../ui/Notice.tsx";
import { OutcomesLink } from "./OutcomesLink.tsx";
import { useQuestion } from "./use-question.ts";

/** Why there are no figures of one therapist, and what there is instead. */
export function TooFewClosed() {
  const question = useQuestion();
  return (
    <Notice
      kind="empty"
      title={`No figures: fewer than ${LEAST_CLOSED} stays of this therapist ended with what you chose.`}
    >
      <p>
        They would show single patients and chance, not the therapist. Choose a longer period, fewer filters
        or all therapists; a comparison needs {LEAST_CLOSED} stays on both sides. To work through in the
        meantime:
      </p>
      <ul>
        <li>
          <Link to="/outcomes/patients" search={{ ...question, set: "discharged" }}>
            the patients discharged
          </Link>
        </li>
        <li>
          <OutcomesLink to="/outcomes/quality">what is missing in their records</OutcomesLink>
        </li>
      </ul>
    </Notice>
  );
}
