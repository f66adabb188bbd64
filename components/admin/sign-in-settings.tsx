import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Card } from "@/components/ui/section";
import {
  LINK_MINUTES,
  LINKS_PER_ADDRESS,
  LINKS_PER_CLIENT,
  SESSION_DAYS,
} from "@/lib/auth/sign-in/rules/limits";

type SignInSettingsProps = {
  oidc?: { readonly name: string; readonly issuer: string; readonly trustsEmail: boolean };
  /** What the provider has to be told. */
  callback: string;
  hops: number;
  /** Null where mails go to the demo's mailbox. */
  mailFrom: string | null;
  signedIn: number;
};

/** How people sign in to this installation. No secrets, and nothing to change: that is the environment's. */
export function SignInSettings({ oidc, callback, hops, mailFrom, signedIn }: SignInSettingsProps) {
  const t = useTranslations("admin.signIn");
  const provider = oidc
    ? [
        { term: t("oidc"), detail: oidc.name },
        { term: t("issuer"), detail: <code className="break-all">{oidc.issuer}</code> },
        { term: t("callback"), detail: <code className="break-all">{callback}</code> },
        { term: t("trusts"), detail: oidc.trustsEmail ? t("trustsYes") : t("trustsNo") },
      ]
    : [{ term: t("oidc"), detail: t("oidcOff") }];
  return (
    <Card>
      <DescriptionList
        items={[
          {
            term: t("links"),
            detail: t("linksText", {
              minutes: LINK_MINUTES,
              address: LINKS_PER_ADDRESS,
              client: LINKS_PER_CLIENT,
            }),
          },
          ...provider,
          { term: t("sessions"), detail: t("sessionsText", { idle: 12, days: SESSION_DAYS, recent: 30 }) },
          { term: t("live"), detail: signedIn },
          { term: t("proxy"), detail: t("proxyText", { hops }) },
          { term: t("mail"), detail: mailFrom ? t("mailSmtp", { from: mailFrom }) : t("mailDemo") },
        ]}
      />
    </Card>
  );
}
