/** What is printed of a cohort's people: a list to read, one to sign at a session, names to wear. */
export const prints = ["list", "sign-in", "badges"] as const;
export type Print = (typeof prints)[number];

/** Whether `text` names one. */
export function isPrint(text: string): text is Print {
  return (prints as readonly string[]).includes(text);
}
