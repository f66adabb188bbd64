import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { DOT, formatDate } from "@/lib/i18n/format";
import type { Account } from "@/lib/people/queries/get-account";

/** The roles in force, each with its organisation. */
export function AccountRoles({ account }: { account: Account }) {
  const t = useTranslations("sign-in");
  const locale = useLocale();
  return (
    <Section title={t("account.roles")} lead={t("account.rolesLead")}>
      {account.roleGrants.length === 0 ? (
        <p className="text-muted">{t("account.noRoles")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {account.roleGrants.map((grant) => (
            <li key={grant.id} className="py-2.5">
              <span className="font-medium">{t(`roles.${grant.role}`)}</span>
              <span className="text-muted">
                {DOT}
                {grant.organisation}
                {grant.validTo
                  ? `, ${t("account.roleUntil", { day: formatDate(grant.validTo, locale) })}`
                  : ""}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
