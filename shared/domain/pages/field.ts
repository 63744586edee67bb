import { escapedHtml } from "../html-page.ts";

/** One field of a form, with all that is said about it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Why what was typed cannot be taken. */
  readonly error?: string;
  /** Whoever comes back finds themselves here. */
  readonly isFirstError?: boolean;
  /** Returns the control, which carries these attributes. */
  readonly control: (attributes: string) => string;
}

/** Returns a field whose hint and error are read out with it. */
export function field({ name, label, hint, error, isFirstError = false, control }: Field): readonly string[] {
  const described = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(error === undefined ? [] : [`${name}-error`]),
  ];
  const attributes = [
    `id="${name}"`,
    `name="${name}"`,
    ...(described.length > 0 ? [`aria-describedby="${described.join(" ")}"`] : []),
    ...(error === undefined ? [] : ['aria-invalid="true"']),
    ...(isFirstError ? ["autofocus"] : []),
  ];
  return [
    `<label for="${name}">${escapedHtml(label)}</label>`,
    ...(hint === undefined ? [] : [`<p class="hint" id="${name}-hint">${escapedHtml(hint)}</p>`]),
    ...(error === undefined ? [] : [`<p class="error" id="${name}-error">${escapedHtml(error)}</p>`]),
    control(attributes.join(" ")),
  ];
}
