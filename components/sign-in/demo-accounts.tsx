import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { requestSignInLinkAction } from "@/lib/auth/sign-in/actions";
import type { DemoAccount } from "@/lib/people/queries/list-demo-accounts";

type DemoAccountsProps = { accounts: readonly DemoAccount[]; callbackPath: string; locale: string };

/** The demo's people, with a button that sends each a link, and the way to the mailbox where it arrives. */
export function DemoAccounts({ accounts, callbackPath, locale }: DemoAccountsProps) {
  const t = useTranslations("sign-in");
  return (
    <Section
      title={t("demo.title")}
      lead={t("demo.lead")}
      actions={
        <LinkButton href="/demo/mail" tone="secondary" size="small" icon="inbox">
          {t("demo.mailbox")}
        </LinkButton>
      }
    >
      {accounts.length === 0 ? <p className="text-muted">{t("demo.none")}</p> : null}
      <ul className="divide-y divide-line rounded-lg bg-surface px-4 shadow-raised sm:px-5">
        {accounts.map(({ email, name, roles }) => (
          <li key={email} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-medium">{name}</p>
              <p className="text-sm break-all text-muted">{email}</p>
              <p className="text-sm">{roles.map((role) => t(`roles.${role}`)).join(", ")}</p>
            </div>
            <ActionButton
              action={requestSignInLinkAction}
              fields={{ email, callbackUrl: callbackPath, locale }}
              size="small"
              icon="mail"
              okMessage={false}
            >
              <span aria-hidden="true">{t("send")}</span>
              <span className="sr-only">{t("demo.send", { name })}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
