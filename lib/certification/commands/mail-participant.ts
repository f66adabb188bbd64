import "server-only";
import type { Work } from "@/lib/auth/work";
import type { MailParams } from "@/lib/mail/mail-params";
import type { CaseFacts } from "./load-case";

type CaseMail =
  | { readonly template: "hearing-opened"; readonly params: MailParams["hearing-opened"] }
  | { readonly template: "case-released"; readonly params: MailParams["case-released"] }
  | { readonly template: "complaint-received"; readonly params: MailParams["complaint-received"] }
  | { readonly template: "complaint-answered"; readonly params: MailParams["complaint-answered"] };

/**
 * Writes to the participant of a case and to who represents them, who reads it on a page of their own; leaves out whoever has
 * no address any more (an erased person).
 */
export async function mailParticipant(
  work: Work,
  facts: Pick<CaseFacts, "participant" | "representative">,
  mail: CaseMail,
): Promise<void> {
  const { email, name, locale } = facts.participant;
  if (email) await work.mail({ ...mail, to: { email, name, locale } });
  const { representative } = facts;
  if (!representative) return;
  const to = {
    email: representative.email,
    name: representative.name,
    locale: representative.person?.locale ?? locale,
  };
  // The template's parameters differ only in where they lead.
  const params = { ...mail.params, path: "/my/represented" };
  await work.mail({ ...mail, params, to } as CaseMail & { to: typeof to });
}
