import type { Template } from "../content.ts";
import type { MailParams } from "../mail-params.ts";

/** The link leads to a page with a button; only pressing it uses the token (next-auth #4965: mail scanners open links). */
export const signIn: Template<MailParams["sign-in"]> = ({ callbackPath, minutes }, { t, url, secret }) => ({
  subject: t("sign-in.subject"),
  paragraphs: [t("sign-in.text")],
  action: {
    label: t("sign-in.action"),
    url: url(
      `/sign-in/confirm?${new URLSearchParams({ ...JSON.parse(secret()), callbackUrl: callbackPath })}`,
    ),
  },
  notes: [t("sign-in.limits", { minutes }), t("sign-in.notYou")],
});
