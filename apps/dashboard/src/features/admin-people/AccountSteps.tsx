import type { OneTimeLink, PersonListing } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { Confirm } from "../../ui/ConfirmDialog.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { counted } from "../../ui/numbers.ts";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { LinkOnce } from "./LinkOnce.tsx";
import classes from "./PeoplePage.module.css";

type StepName = "endSignIns" | "resetLink" | "removeSecondFactor" | "disable";

interface Question {
  readonly title: string;
  readonly does: string;
  readonly what: ReactNode;
  /** What is said when it was done. */
  readonly done: string;
}

function questionOf(step: StepName, { name, state, signIns }: PersonListing): Question {
  const open = signIns === 0 ? "" : ` and ends ${counted(signIns, "sign-in")} at once`;
  const questions: Readonly<Record<StepName, Question>> = {
    endSignIns: {
      done: `The sign-ins of ${name} have ended.`,
      title: `End the sign-ins of ${name}`,
      does: "End sign-ins",
      what: `This ends ${counted(signIns, "sign-in")} at once. What ${name} has typed and not saved stays on the page, and ${name} can sign in again.`,
    },
    resetLink: {
      done: `There is a new link for ${name}.`,
      title: `New link for ${name}`,
      does: "Make a new link",
      what:
        state === "invited"
          ? "This makes a new invitation. The earlier link stops working."
          : `With the link ${name} chooses a new password. An earlier link stops working. The present password works until the new one is chosen.`,
    },
    removeSecondFactor: {
      done: `The second factor of ${name} is removed.`,
      title: `Remove the second factor of ${name}`,
      does: "Remove second factor",
      what: `This takes ${name}'s authenticator app and recovery codes away${open}. Be sure that it is ${name} who asked. A director or administrator must set up a new one before records are shown.`,
    },
    disable: {
      done: `The account of ${name} is disabled.`,
      title: `Disable the account of ${name}`,
      does: "Disable account",
      what: `This locks ${name} out${open}. Nothing that ${name} wrote is removed, and the account can be enabled again.`,
    },
  };
  return questions[step];
}

/** The steps on one account, each of which refreshes the list. */
function useSteps(personId: string, onDone: (link: OneTimeLink | null) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const done = (link: OneTimeLink | null) => {
    queryClient.invalidateQueries(trpc.people.pathFilter());
    onDone(link);
  };
  const plain = { onSuccess: () => done(null) };
  const endSignIns = useMutation(trpc.people.endSignIns.mutationOptions(plain));
  const removeSecondFactor = useMutation(trpc.people.removeSecondFactor.mutationOptions(plain));
  const disable = useMutation(trpc.people.disable.mutationOptions(plain));
  const enable = useMutation(trpc.people.enable.mutationOptions(plain));
  const resetLink = useMutation(
    trpc.people.resetLink.mutationOptions({ onSuccess: (link: OneTimeLink) => done(link) }),
  );
  const input = { personId };
  return {
    endSignIns: { ...endSignIns, run: () => endSignIns.mutate(input) },
    removeSecondFactor: { ...removeSecondFactor, run: () => removeSecondFactor.mutate(input) },
    disable: { ...disable, run: () => disable.mutate(input) },
    enable: { ...enable, run: () => enable.mutate(input) },
    resetLink: { ...resetLink, run: () => resetLink.mutate(input) },
  };
}

interface AccountStepsProps {
  readonly person: PersonListing;
  readonly onSaid: (said: string) => void;
  readonly onClose: () => void;
}

/** What can be done with one account; a step that hurts asks first. */
export function AccountSteps({ person, onSaid, onClose }: AccountStepsProps) {
  const [asked, setAsked] = useState<StepName | null>(null);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const steps = useSteps(person.personId, (made) => {
    if (made !== null) {
      setLink(made);
      return;
    }
    onSaid(asked === null ? `The account of ${person.name} is enabled.` : questionOf(asked, person).done);
    onClose();
  });
  if (link !== null) {
    return (
      <Dialog title={`New link for ${person.name}`} open>
        <LinkOnce link={link} name={person.name} onClose={onClose} />
      </Dialog>
    );
  }
  if (asked !== null) {
    const { title, does, what } = questionOf(asked, person);
    return (
      <Dialog title={title} open onClose={() => setAsked(null)} role="alertdialog">
        <Confirm does={does} step={steps[asked]} onConfirm={steps[asked].run} onClose={() => setAsked(null)}>
          {what}
        </Confirm>
      </Dialog>
    );
  }
  const isDisabled = person.state === "disabled";
  return (
    <Dialog title={`Account of ${person.name}`} open onClose={onClose}>
      <QueryProblem error={steps.enable.error} />
      <ul className={classes.steps}>
        {isDisabled ? null : (
          <li>
            <button type="button" className={buttons.link} onClick={() => setAsked("resetLink")}>
              {person.state === "invited" ? "New invitation" : "New link for a lost password"}
            </button>
          </li>
        )}
        {person.signIns > 0 ? (
          <li>
            <button type="button" className={buttons.link} onClick={() => setAsked("endSignIns")}>
              End {counted(person.signIns, "sign-in")}
            </button>
          </li>
        ) : null}
        {person.secondFactor ? (
          <li>
            <button type="button" className={buttons.link} onClick={() => setAsked("removeSecondFactor")}>
              Remove second factor
            </button>
          </li>
        ) : null}
        <li>
          {isDisabled ? (
            <button
              type="button"
              className={buttons.link}
              disabled={steps.enable.isPending}
              onClick={steps.enable.run}
            >
              Enable account
            </button>
          ) : (
            <button type="button" className={buttons.link} onClick={() => setAsked("disable")}>
              Disable account
            </button>
          )}
        </li>
      </ul>
      <button type="button" className={buttons.framed} onClick={onClose}>
        Close
      </button>
    </Dialog>
  );
}
