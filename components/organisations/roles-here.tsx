import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/i18n/format";
import type { OrganisationDetails } from "@/lib/organisations/queries/get-organisation";

type Grant = OrganisationDetails["roleGrants"][number];

/** Who holds or held which role in an organisation. */
export function RolesHere({ organisation }: { organisation: OrganisationDetails }) {
  const t = useTranslations("admin.organisations");
  const tRole = useTranslations("sign-in.roles");
  const locale = useLocale();
  const columns: Column<Grant>[] = [
    {
      key: "person",
      header: t("person"),
      primary: true,
      cell: ({ person }) => <Link href={`/admin/people/${person.id}`}>{person.name}</Link>,
    },
    { key: "role", header: t("role"), cell: (grant) => tRole(grant.role) },
    {
      key: "period",
      header: t("period"),
      cell: ({ validFrom, validTo }) =>
        validTo
          ? t("until", { from: formatDate(validFrom, locale), to: formatDate(validTo, locale) })
          : t("sinceDay", { from: formatDate(validFrom, locale) }),
    },
  ];
  return (
    <Section title={t("rolesHere")}>
      <DataTable
        caption={t("rolesHere")}
        columns={columns}
        rows={organisation.roleGrants}
        rowKey={(grant) => grant.id}
        empty={<EmptyState icon="people" title={t("noRoles")} />}
      />
    </Section>
  );
}
