import { useLocale, useTranslations } from "next-intl";
import { useMailName } from "@/components/admin/code-names";
import { EmailAddress } from "@/components/people/email-address";
import { ActionButton } from "@/components/ui/action-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { formatDateTime } from "@/lib/i18n/format";
import { resendMailAction } from "@/lib/mail/actions";
import type { OutboxRow } from "@/lib/mail/queries/list-outbox";

const tones: Record<OutboxRow["state"], Tone> = { queued: "info", sent: "success", failed: "danger" };

/** Where a mail stands, why, and the way to try one again that was given up. */
function MailState({ mail }: { mail: OutboxRow }) {
  const t = useTranslations("admin.jobs");
  const locale = useLocale();
  return (
    <div className="grid justify-items-start gap-1.5">
      <StatusTag tone={tones[mail.state]}>{t(mail.state)}</StatusTag>
      {mail.lastError ? <span className="text-sm wrap-anywhere text-muted">{mail.lastError}</span> : null}
      {mail.state === "queued" && mail.attempts > 0 ? (
        <span className="text-sm text-muted">
          {t("next", { when: formatDateTime(mail.nextAttemptAt, locale) })}
        </span>
      ) : null}
      {mail.state === "failed" && mail.template !== "sign-in" ? (
        <ActionButton action={resendMailAction} fields={{ mailId: mail.id }} size="small" icon="refresh">
          {t("again")}
        </ActionButton>
      ) : null}
    </div>
  );
}

/** The outbox, without what the mails say. */
export function OutboxTable({ rows }: { rows: readonly OutboxRow[] }) {
  const t = useTranslations("admin.jobs");
  const mailName = useMailName();
  const locale = useLocale();
  const columns: Column<OutboxRow>[] = [
    {
      key: "to",
      header: t("to"),
      primary: true,
      cell: (mail) => <EmailAddress address={mail.toEmail} />,
    },
    {
      key: "template",
      header: t("template"),
      cell: (mail) => mailName(mail.template),
    },
    { key: "created", header: t("created"), cell: (mail) => formatDateTime(mail.createdAt, locale) },
    { key: "attempts", header: t("attempts"), align: "end", cell: (mail) => mail.attempts },
    { key: "state", header: t("state"), cell: (mail) => <MailState mail={mail} /> },
  ];
  return (
    <DataTable
      caption={t("list")}
      columns={columns}
      rows={[...rows]}
      rowKey={(mail) => mail.id}
      empty={
        <EmptyState icon="mail" title={t("empty")}>
          {t("emptyLead")}
        </EmptyState>
      }
    />
  );
}
