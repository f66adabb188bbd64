import { useLocale, useTranslations } from "next-intl";
import { daySpanText, dayText } from "@/components/cohorts/day-text";
import { DescriptionList } from "@/components/ui/description-list";
import type { AgreementDetail } from "@/lib/agreements/queries/get-agreement";
import type { Party } from "@/lib/agreements/queries/list-agreement-parties";
import { formatMoney } from "@/lib/i18n/format";

/** What an agreement that is over said. */
export function AgreementTerms({
  agreement,
  parties,
}: {
  agreement: AgreementDetail;
  parties: readonly Party[];
}) {
  const t = useTranslations("agreements");
  const roles = useTranslations("cohorts");
  const locale = useLocale();
  const nameOf = (id: string) => parties.find((party) => party.id === id)?.name ?? "";
  const { validFrom, validTo, funderId, diaryNumber, amountMinor, currency, coordinatorId } = agreement;
  const items = [
    {
      term: t("form.period"),
      detail: validTo ? daySpanText(validFrom, validTo, locale) : dayText(validFrom, locale),
    },
    { term: t("form.partners"), detail: agreement.partners.map(({ name }) => name).join(", ") },
    {
      term: t("form.roleTargets"),
      detail: agreement.roleTargets
        .map(({ participantRole, number }) => `${number} ${roles(`role.${participantRole}`).toLowerCase()}`)
        .join(", "),
    },
    { term: t("form.funder"), detail: nameOf(funderId) },
    { term: t("form.diaryNumber"), detail: diaryNumber },
    {
      term: t("form.amount"),
      detail: amountMinor === null ? "" : formatMoney(amountMinor, currency, locale),
    },
    { term: t("form.coordinator"), detail: nameOf(coordinatorId) },
  ];
  return (
    <div className="pt-6">
      <DescriptionList items={items.filter(({ detail }) => detail !== "")} />
    </div>
  );
}
