const WRONG =
  "input[aria-invalid], select[aria-invalid], textarea[aria-invalid], fieldset[aria-invalid] input";

/** Goes to the first field that is marked as wrong, once the marks are drawn. */
export function goToFirstWrong(form: HTMLFormElement): void {
  setTimeout(() => form.querySelector<HTMLElement>(WRONG)?.focus());
}
