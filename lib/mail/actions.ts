"use server";
import { action } from "@/lib/auth/action";
import { mayAdministrate } from "@/lib/auth/policy/people";
import { resendMail } from "./commands/resend-mail";
import { mailInput } from "./schema";

/** Tries a mail again that was given up. */
export const resendMailAction = action({
  name: "mail.resend",
  permission: "installation.manage",
  input: mailInput,
  load: ({ tx }, { mailId }) =>
    tx.outboxMail.findUnique({ where: { id: mailId }, select: { id: true, template: true, state: true } }),
  policy: mayAdministrate,
  run: async (work, mail) => {
    await resendMail(work, mail);
    return { message: "admin.jobs.sentAgain" };
  },
});
