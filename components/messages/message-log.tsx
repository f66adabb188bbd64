import { useLocale, useTranslations } from "next-intl";
import { ExportLinks } from "@/components/lists/export-links";
import { ActionButton } from "@/components/ui/action-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { DOT, formatDateTime } from "@/lib/i18n/format";
import { callOffMessageAction } from "@/lib/messages/actions";
import type { MessageRow } from "@/lib/messages/queries/list-messages";

type Props = { cohortId: string; zone: string; messages: MessageRow[] };

const tones: Record<MessageRow["state"], Tone> = {
  scheduled: "warning",
  sent: "success",
  cancelled: "neutral",
};

/** Whom a message went to and whether it arrived, to be opened. */
function Recipients({ message }: { message: MessageRow }) {
  const t = useTranslations("messages");
  if (message.state !== "sent") return <span className="text-muted">–</span>;
  const delivered = message.recipients.filter(({ state }) => state === "sent").length;
  const failed = message.recipients.filter(({ state }) => state === "failed").length;
  return (
    <details>
      <summary className="min-h-target cursor-pointer">
        {t("log.delivered", { delivered, all: message.recipients.length })}
        {failed > 0 ? <span className="block text-danger">{t("log.failed", { failed })}</span> : null}
      </summary>
      <ul className="mt-2 grid gap-1 text-sm">
        {message.recipients.map(({ name, state, reason }) => (
          <li key={name}>
            {name}: {t(`log.delivery.${state}`)}
            {reason ? <span className="block text-muted">{reason}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Everything that was and will be sent to a cohort's people. */
export function MessageLog({ cohortId, zone, messages }: Props) {
  const t = useTranslations("messages");
  const locale = useLocale();
  const columns: Column<MessageRow>[] = [
    {
      key: "name",
      header: t("log.message"),
      primary: true,
      cell: (row) => (
        <>
          {row.name}
          <span className="block text-sm font-normal text-muted">
            {[row.isReminder ? t("log.reminder") : "", row.session].filter(Boolean).join(DOT)}
          </span>
        </>
      ),
    },
    { key: "audience", header: t("send.audience"), cell: (row) => t(`audience.${row.audience}`) },
    { key: "at", header: t("log.at"), cell: (row) => formatDateTime(row.sentAt ?? row.sendAt, locale, zone) },
    {
      key: "state",
      header: t("log.state"),
      cell: (row) => <StatusTag tone={tones[row.state]}>{t(`state.${row.state}`)}</StatusTag>,
    },
    { key: "to", header: t("log.to"), cell: (row) => <Recipients message={row} /> },
    {
      key: "callOff",
      header: t("log.callOff"),
      act: true,
      align: "end",
      cell: (row) =>
        row.state === "scheduled" ? (
          <ActionButton
            action={callOffMessageAction}
            fields={{ cohortId, messageId: row.id, version: row.version }}
            size="small"
          >
            {t("log.callOff")}
          </ActionButton>
        ) : null,
    },
  ];
  return (
    <Section
      title={t("log.title")}
      lead={t("log.lead")}
      actions={<ExportLinks list="messages" cohortId={cohortId} />}
    >
      <DataTable
        caption={t("log.title")}
        columns={columns}
        rows={messages}
        rowKey={(row) => row.id}
        empty={<p className="text-muted">{t("log.none")}</p>}
      />
    </Section>
  );
}
