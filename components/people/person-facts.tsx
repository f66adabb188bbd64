import { useLocale, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { DOT, formatDate, formatDateTime } from "@/lib/i18n/format";
import type { PersonDetails } from "@/lib/people/queries/get-person";

/** What an administrator may know of an account. */
export function PersonFacts({ person }: { person: PersonDetails }) {
  const t = useTranslations("admin.people");
  const tLanguage = useTranslations("sign-in.language");
  const locale = useLocale();
  const [latest] = person.signInSessions;
  const items = [
    {
      term: t("email"),
      detail: `${person.email ?? ""}${DOT}${
        person.emailVerifiedAt
          ? t("verified", { day: formatDate(person.emailVerifiedAt, locale) })
          : t("unverified")
      }`,
    },
    ...(person.phone ? [{ term: t("phone"), detail: person.phone }] : []),
    { term: t("locale"), detail: tLanguage(person.locale) },
    { term: t("since"), detail: formatDate(person.createdAt, locale) },
    { term: t("lastSignIn"), detail: latest ? formatDateTime(latest.authenticatedAt, locale) : t("never") },
    ...(person.signInAccounts.length > 0
      ? [
          {
            term: t("providers"),
            detail: person.signInAccounts.map(({ issuer }) => new URL(issuer).hostname).join(", "),
          },
        ]
      : []),
    ...(person.affiliations.length > 0
      ? [
          {
            term: t("affiliations"),
            detail: person.affiliations
              .map(
                ({ title, organisation, validTo }) =>
                  `${title}, ${organisation.name}${validTo ? ` (– ${formatDate(validTo, locale, "UTC")})` : ""}`,
              )
              .join("; "),
          },
        ]
      : []),
  ];
  return (
    <Section title={t("account")}>
      <DescriptionList items={items} />
    </Section>
  );
}
