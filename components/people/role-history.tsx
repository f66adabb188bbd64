import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import { formatDateTime } from "@/lib/i18n/format";
import { endRoleAction } from "@/lib/people/actions";
import type { PersonDetails } from "@/lib/people/queries/get-person";

type Grant = PersonDetails["roleGrants"][number];

function Standing({ grant, now }: { grant: Grant; now: Date }) {
  const t = useTranslations("admin.people");
  if (grant.validTo && grant.validTo <= now) return <StatusTag icon="archive">{t("past")}</StatusTag>;
  if (grant.validFrom > now) return <StatusTag tone="info">{t("later")}</StatusTag>;
  return <StatusTag tone="success">{t("now")}</StatusTag>;
}

/** Every role a person holds or held, with who gave it and a way to end what has not ended. */
export function RoleHistory({ person, now }: { person: PersonDetails; now: Date }) {
  const t = useTranslations("admin.people");
  const tRole = useTranslations("sign-in.roles");
  const locale = useLocale();
  const columns: Column<Grant>[] = [
    { key: "role", header: t("role"), primary: true, cell: (grant) => tRole(grant.role) },
    {
      key: "organisation",
      header: t("organisation"),
      cell: ({ organisation }) => (
        <Link href={`/admin/organisations/${organisation.id}`}>{organisation.name}</Link>
      ),
    },
    { key: "from", header: t("from"), cell: (grant) => formatDateTime(grant.validFrom, locale) },
    {
      key: "to",
      header: t("to"),
      cell: (grant) => (grant.validTo ? formatDateTime(grant.validTo, locale) : t("forever")),
    },
    { key: "by", header: t("by"), cell: (grant) => grant.grantedBy?.name ?? t("system") },
    {
      key: "state",
      header: t("standing"),
      cell: (grant) => (
        <div className="flex flex-wrap items-center gap-3">
          <Standing grant={grant} now={now} />
          {grant.validTo && grant.validTo <= now ? null : (
            <ActionButton
              action={endRoleAction}
              fields={{ grantId: grant.id }}
              size="small"
              confirm={{
                title: t("endTitle"),
                consequences: t("endText", {
                  name: person.name,
                  role: tRole(grant.role).toLowerCase(),
                  organisation: grant.organisation.name,
                }),
                confirmLabel: t("endConfirm"),
              }}
            >
              {t("end")}
            </ActionButton>
          )}
        </div>
      ),
    },
  ];
  return (
    <Section title={t("grants")} lead={t("grantsLead")}>
      <DataTable
        caption={t("grants")}
        columns={columns}
        rows={person.roleGrants}
        rowKey={(grant) => grant.id}
        empty={<EmptyState icon="shield" title={t("noGrants")} />}
      />
    </Section>
  );
}
