import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import buttons from "../ui/buttons.module.css";

const NEXT: Record<MantineColorScheme, MantineColorScheme> = { auto: "light", light: "dark", dark: "auto" };
const WORD: Record<MantineColorScheme, string> = { auto: "Auto", light: "Light", dark: "Dark" };

export function ColorSchemeButton() {
  // Halting transitions would take an inline style, which the content policy refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <button
      type="button"
      className={buttons.plain}
      aria-label={`Colors: ${WORD[colorScheme]}. Change to ${WORD[NEXT[colorScheme]]}`}
      onClick={() => setColorScheme(NEXT[colorScheme])}
    >
      {WORD[colorScheme]}
    </button>
  );
}
