import type { OneTimeLink, PeoplePage, PersonListing } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { type Draft, draftOfPerson, inputOf } from "./draft.ts";
import { LinkOnce } from "./LinkOnce.tsx";
import { PersonForm } from "./PersonForm.tsx";

interface InviteProps {
  readonly start: Draft;
  readonly page: PeoplePage;
  readonly onClose: () => void;
}

export function InviteDialog({ start, page, onClose }: InviteProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<{ link: OneTimeLink; name: string } | null>(null);
  const invite = useMutation(
    trpc.people.invite.mutationOptions({
      onSuccess: (link, { name }) => {
        setMade({ link, name });
        queryClient.invalidateQueries(trpc.people.pathFilter());
      },
    }),
  );
  if (made !== null) {
    return (
      <Dialog title={`Invitation of ${made.name}`} open>
        <LinkOnce link={made.link} name={made.name} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <FormDialog title="Invite a person" onClose={onClose}>
      <PersonForm
        start={start}
        page={page}
        staff={page.uninvited}
        does="Invite"
        step={invite}
        fills
        onSend={(draft) => invite.mutate(inputOf(draft))}
        onClose={onClose}
      />
    </FormDialog>
  );
}

interface ChangeProps {
  readonly person: PersonListing;
  readonly page: PeoplePage;
  readonly onSaid: (said: string) => void;
  readonly onClose: () => void;
}

export function ChangeDialog({ person, page, onSaid, onClose }: ChangeProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const change = useMutation(
    trpc.people.change.mutationOptions({
      onSuccess: (_, { name }) => {
        queryClient.invalidateQueries(trpc.people.pathFilter());
        queryClient.invalidateQueries(trpc.account.pathFilter());
        onSaid(`${name} was changed.`);
        onClose();
      },
    }),
  );
  const own =
    person.staffId === null ? [] : [{ staffId: person.staffId, name: person.staffName ?? person.staffId }];
  return (
    <FormDialog title={`Change ${person.name}`} onClose={onClose}>
      <PersonForm
        start={draftOfPerson(person)}
        page={page}
        staff={[...own, ...page.uninvited]}
        does="Save"
        step={change}
        fills={false}
        onSend={(draft) => change.mutate({ personId: person.personId, ...inputOf(draft) })}
        onClose={onClose}
      />
    </FormDialog>
  );
}
