import { addProgramInput, type ProgramsPage } from "@soundings/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { TextField } from "../../ui/form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import { Unsaved } from "../../ui/Unsaved.tsx";
import { draftOf, isSameDraft } from "./draft.ts";
import { ProgramForm } from "./ProgramForm.tsx";
import classes from "./programs.module.css";
import { Section } from "./Section.tsx";
import { lengthWords, weekWords } from "./words.ts";

type Template = ProgramsPage["templates"][number];

interface TemplatesProps {
  readonly templates: readonly Template[];
  readonly onChoose: (template: Template) => void;
}

function Templates({ templates, onChoose }: TemplatesProps) {
  return (
    <ul className={classes.templates}>
      {templates.map((template) => (
        <li key={template.templateId}>
          <span className={classes.name}>{template.templateId}</span>
          <div>
            {template.title}
            <span className={classes.detail}>
              length {lengthWords(template.core)}; a week {weekWords(template.core)};{" "}
              {template.practice.services.map(({ name }) => name).join(", ")}
            </span>
          </div>
          <button type="button" className={buttons.framed} onClick={() => onChoose(template)}>
            Begin with {template.templateId}
          </button>
        </li>
      ))}
    </ul>
  );
}

const ID_PROBLEM =
  "Begin with a letter or a digit; letters, digits, hyphens, dots and underscores may follow, 64 at most.";

function NewProgram({ template, page }: { template: Template; page: ProgramsPage }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [programId, setProgramId] = useState("");
  const [idProblem, setIdProblem] = useState<string | null>(null);
  const [draft, setDraft] = useState(() => draftOf(template));
  const add = useMutation(
    trpc.programs.add.mutationOptions({
      onSuccess: (added) => {
        queryClient.invalidateQueries(trpc.programs.pathFilter());
        navigate({
          to: "/admin/programs/$programId",
          params: { programId: added.programId },
          ignoreBlocker: true,
        });
      },
    }),
  );
  const isReady = () => {
    const fits = addProgramInput.shape.programId.safeParse(programId).success;
    setIdProblem(fits ? null : ID_PROBLEM);
    return fits;
  };
  const isChanged = programId !== "" || !isSameDraft(draft, draftOf(template));
  return (
    <>
      <Unsaved when={isChanged} />
      <ProgramForm
        draft={draft}
        people={page.people}
        does="Add program"
        step={add}
        mayChange
        onChange={setDraft}
        isReady={isReady}
        onSend={(settings) => add.mutate({ programId, ...settings })}
        said={`Begun with template ${template.templateId}`}
        first={
          <Section title="Id">
            <TextField
              label="Program id"
              hint="As files of the clinic export name the program, such as iop-day. It cannot be changed later."
              maxLength={64}
              autoComplete="off"
              spellCheck={false}
              value={programId}
              error={idProblem}
              onChange={({ currentTarget }) => setProgramId(currentTarget.value)}
            />
          </Section>
        }
      />
    </>
  );
}

const CHOOSE = "Choose the way of running a program that is nearest; every setting can be changed after.";
const ADJUST = "Go through the settings, change what differs, then add the program.";

export function NewProgramPage() {
  const trpc = useTRPC();
  const list = useQuery(trpc.programs.page.queryOptions());
  const [template, setTemplate] = useState<Template | null>(null);
  const page = list.data;
  const mayAdd = page?.mayAdd ?? false;
  return (
    <PageFrame title="New program">
      <p className={classes.lead}>
        <Link to="/admin/programs">All programs</Link>. {mayAdd && (template === null ? CHOOSE : ADJUST)}
      </p>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {list.isPending ? (
        <p aria-busy="true">
          <Bar width={40} />
        </p>
      ) : null}
      {page && !mayAdd ? (
        <Notice kind="empty" title="Your roles do not include adding a program.">
          An administrator adds programs; a director changes the settings of their own.
        </Notice>
      ) : null}
      {page && mayAdd && template === null ? (
        <Templates templates={page.templates} onChoose={setTemplate} />
      ) : null}
      {page && mayAdd && template !== null ? <NewProgram template={template} page={page} /> : null}
    </PageFrame>
  );
}
