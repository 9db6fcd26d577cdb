import { type ComponentProps, type ReactNode, type Ref, useId } from "react";
import classes from "./form.module.css";

interface About {
  readonly label: string;
  /** What fits here, said before anything is typed. */
  readonly hint?: ReactNode;
  /** What is wrong with what stands here; null while nothing is. */
  readonly error?: string | null | undefined;
}

interface FrameProps extends About {
  readonly id: string;
  readonly children: ReactNode;
}

function Frame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className={classes.field} data-wrong={error ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** What a screen reader says after the label: the hint, then what is wrong. */
function described(id: string, { hint, error }: Pick<About, "hint" | "error">) {
  const by = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    "aria-describedby": by === "" ? undefined : by,
    "aria-invalid": error ? true : undefined,
  } as const;
}

type Native<Tag extends "input" | "select" | "textarea"> = Omit<
  ComponentProps<Tag>,
  "className" | "id" | "children"
>;

interface TextFieldProps extends About, Native<"input"> {
  /** Something that stands in the field's line, such as a button that shows a password. */
  readonly beside?: ReactNode;
}

/** One line of text; every attribute of an input may be given. */
export function TextField({ label, hint, error, beside, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <div className={classes.line}>
        <input
          {...input}
          id={id}
          type={input.type ?? "text"}
          className={classes.input}
          {...described(id, { hint, error })}
        />
        {beside}
      </div>
    </Frame>
  );
}

/** A civil date, as `2026-03-16`. */
export function DateField(props: Omit<TextFieldProps, "type">) {
  return <TextField {...props} type="date" />;
}

/** Several lines of text. */
export function TextArea({ label, hint, error, ...area }: About & Native<"textarea">) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea {...area} id={id} className={classes.input} {...described(id, { hint, error })} />
    </Frame>
  );
}

interface SelectFieldProps extends About, Native<"select"> {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** The words for no choice; without them the first choice stands. */
  readonly none?: string;
}

export function SelectField({ label, hint, error, choices, none, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select {...select} id={id} className={classes.select} {...described(id, { hint, error })}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface CheckFieldProps extends Omit<About, "error">, Native<"input"> {}

export function CheckField({ label, hint, ...input }: CheckFieldProps) {
  const id = useId();
  return (
    <div className={classes.check}>
      <input {...input} id={id} type="checkbox" {...described(id, { hint })} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

interface FieldGroupProps {
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly children: ReactNode;
}

/** Fields that belong together, such as the programs of a role. */
export function FieldGroup({ legend, hint, error, children }: FieldGroupProps) {
  const id = useId();
  return (
    <fieldset className={classes.group} {...described(id, { hint, error })}>
      <legend>{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

interface FormProps extends Omit<ComponentProps<"form">, "className"> {
  readonly ref?: Ref<HTMLFormElement>;
}

/** A column of fields with its buttons below. What is wrong is said by the page, never by a bubble of the browser. */
export function Form(props: FormProps) {
  return <form noValidate {...props} className={classes.form} />;
}

/** The buttons of a form; the one that does it comes first. */
export function FormButtons({ children }: { children: ReactNode }) {
  return <div className={classes.buttons}>{children}</div>;
}
