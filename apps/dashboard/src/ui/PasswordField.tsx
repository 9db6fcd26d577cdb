import { type ComponentProps, useState } from "react";
import buttons from "./buttons.module.css";
import { TextField } from "./form.tsx";

interface PasswordFieldProps extends Omit<ComponentProps<typeof TextField>, "type" | "beside"> {
  /** `new-password` where one is chosen, so that a password manager offers one. */
  readonly autoComplete: "current-password" | "new-password";
}

/** A password, which one may look at, paste and have filled in. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      beside={
        <button
          type="button"
          className={buttons.plain}
          aria-label={shown ? "Hide what is typed" : "Show what is typed"}
          onClick={() => setShown(!shown)}
        >
          {shown ? "Hide" : "Show"}
        </button>
      }
    />
  );
}
