import "server-only";
import type { Work } from "@/lib/auth/work";
import type { MailParams } from "@/lib/mail/mail-params";
import type { CaseFacts } from "./load-case";

type CaseMail =
  | { readonly template: "hearing-opened"; readonly params: MailParams["hearing-opened"] }
  | { readonly template: "case-released"; readonly params: MailParams["case-released"] };

/** Writes to the participant of a case; does nothing where they have no address any more (an erased person). */
export async function mailParticipant(
  work: Work,
  facts: Pick<CaseFacts, "participant">,
  mail: CaseMail,
): Promise<void> {
  const { email, name, locale } = facts.participant;
  if (email) await work.mail({ ...mail, to: { email, name, locale } });
}
