import type { Locale } from "@/lib/db/generated/enums";

/** A person as mails need them. */
export type Mailable = { readonly name: string; readonly email: string | null; readonly locale: Locale };

/** Whom to write to; null for an erased person, who has no address. */
export function recipientOf(person: Mailable): { name: string; email: string; locale: Locale } | null {
  return person.email === null ? null : { name: person.name, email: person.email, locale: person.locale };
}
