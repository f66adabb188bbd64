import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import { endAllSessionsAction, endSessionAction } from "@/lib/auth/sign-in/actions";
import { formatDateTime } from "@/lib/i18n/format";
import type { Account } from "@/lib/people/queries/get-account";

type Row = Account["signInSessions"][number];

/** Where one is signed in, and the way out of each. */
export function AccountSessions({ account, currentHash }: { account: Account; currentHash: string | null }) {
  const t = useTranslations("sign-in");
  const locale = useLocale();
  const columns: Column<Row>[] = [
    {
      key: "device",
      header: t("account.device"),
      primary: true,
      cell: (row) => row.device || t("account.unknownDevice"),
    },
    { key: "since", header: t("account.since"), cell: (row) => formatDateTime(row.createdAt, locale) },
    { key: "until", header: t("account.until"), cell: (row) => formatDateTime(row.endsAt, locale) },
    {
      key: "end",
      header: t("account.end"),
      act: true,
      align: "end",
      cell: (row) =>
        row.tokenHash === currentHash ? (
          <StatusTag tone="success">{t("account.here")}</StatusTag>
        ) : (
          <ActionButton action={endSessionAction} fields={{ sessionId: row.id }} size="small">
            {t("account.end")}
          </ActionButton>
        ),
    },
  ];
  return (
    <Section
      id="sessions"
      title={t("account.sessions")}
      lead={t("account.sessionsLead")}
      actions={
        <ActionButton
          action={endAllSessionsAction}
          size="small"
          icon="signOut"
          confirm={{
            title: t("account.endAllTitle"),
            consequences: t("account.endAllText"),
            confirmLabel: t("account.endAll"),
          }}
        >
          {t("account.endAll")}
        </ActionButton>
      }
    >
      <DataTable
        caption={t("account.sessions")}
        columns={columns}
        rows={account.signInSessions}
        rowKey={(row) => row.id}
        empty={null}
      />
    </Section>
  );
}
