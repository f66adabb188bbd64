import { useLocale, useTranslations } from "next-intl";
import { ProviderButton } from "@/components/sign-in/provider-button";
import { ActionButton } from "@/components/ui/action-button";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/i18n/format";
import { disconnectAccountAction } from "@/lib/people/actions";
import type { Account } from "@/lib/people/queries/get-account";

/** The identity provider's account: connected deliberately, here, and taken away here. Nothing where there is no provider. */
export function AccountProviders({ account, provider }: { account: Account; provider?: string }) {
  const t = useTranslations("sign-in");
  const locale = useLocale();
  if (!provider && account.signInAccounts.length === 0) return null;
  return (
    <Section
      title={t("account.providers")}
      lead={provider ? t("account.providersLead", { name: provider }) : undefined}
    >
      <ul className="divide-y divide-line empty:hidden">
        {account.signInAccounts.map(({ id, issuer, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
            <span>
              <span className="font-medium">{new URL(issuer).hostname}</span>
              <span className="block text-sm text-muted">
                {t("account.connected", { day: formatDate(createdAt, locale) })}
              </span>
            </span>
            <ActionButton action={disconnectAccountAction} fields={{ accountId: id }} size="small">
              {t("account.disconnect")}
            </ActionButton>
          </li>
        ))}
      </ul>
      {provider && account.signInAccounts.length === 0 ? (
        <ProviderButton name={provider} callbackPath="/my/account" intent="link" />
      ) : null}
    </Section>
  );
}
