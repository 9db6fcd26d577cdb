import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../../lib/trpc.ts";
import buttons from "../../../ui/buttons.module.css";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import { goToFirstWrong } from "../../../ui/first-wrong.ts";
import { CheckField, Form, FormButtons, TextField } from "../../../ui/form.tsx";
import { QueryProblem } from "../../../ui/QueryProblem.tsx";
import { useShown } from "./use-shown.ts";

const MOST = 80;

interface KeepViewProps {
  readonly onSaid: (said: string) => void;
  readonly onClose: () => void;
}

/** Keeps the question of the page under a name. */
export function KeepView({ onSaid, onClose }: KeepViewProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { page, filter } = useShown();
  const views = useQuery(trpc.outcomeViews.list.queryOptions()).data?.views ?? [];
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const keep = useMutation(
    trpc.outcomeViews.keep.mutationOptions({
      onSuccess: (_, kept) => {
        queryClient.invalidateQueries(trpc.outcomeViews.pathFilter());
        onSaid(`Kept as “${kept.name}”.`);
        onClose();
      },
    }),
  );
  const plain = name.trim();
  const replaces = views.some((view) => view.mine && view.name === plain);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (plain === "") {
      setProblem("Give the view a name.");
      goToFirstWrong(event.currentTarget);
      return;
    }
    if (page !== null) keep.mutate({ name: plain, page, filter, shared });
  };
  return (
    <FormDialog title="Keep this question" onClose={onClose}>
      <Form onSubmit={send}>
        <p>
          {filter.from === undefined
            ? "No period was chosen: the view always opens with the last twelve whole months."
            : "The view opens with the period that is chosen now."}
        </p>
        <TextField
          label="Name"
          hint={
            replaces
              ? "A view of yours has this name. It is replaced."
              : "Such as: evening track, by payer. No names of patients."
          }
          maxLength={MOST}
          autoComplete="off"
          value={name}
          error={problem}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <CheckField
          label="Share it"
          hint="With everybody who directs one of your programs. They see it with your name, and only their own programs in it."
          checked={shared}
          onChange={({ currentTarget }) => setShared(currentTarget.checked)}
        />
        <QueryProblem error={keep.error} />
        <FormButtons>
          <button type="submit" className={buttons.framed} disabled={keep.isPending}>
            {replaces ? "Replace" : "Keep"}
          </button>
          <button type="button" className={buttons.plain} onClick={onClose}>
            Cancel
          </button>
        </FormButtons>
      </Form>
    </FormDialog>
  );
}
