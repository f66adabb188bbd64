import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { AuditChain } from "@/lib/audit/queries/get-audit-chain";
import { formatDateTime } from "@/lib/i18n/format";

/** Whether every event of the trail follows from the one before. */
function Chain({ chain }: { chain: AuditChain }) {
  const t = useTranslations("admin.audit");
  if (chain.breaks.length === 0)
    return (
      <Callout tone="success" icon="shield" title={t("whole")}>
        {t("wholeText", { events: chain.events, streams: chain.streams })}
      </Callout>
    );
  return (
    <Callout tone="danger" title={t("broken")}>
      <p>{t("brokenText")}</p>
      <ul className="mt-2 list-disc ps-5">
        {chain.breaks.map(({ stream, position }) => (
          <li key={`${stream}/${position}`}>{t("place", { stream, position })}</li>
        ))}
      </ul>
    </Callout>
  );
}

/** Whether the trail still is what was written down of it outside the database. */
function Anchors({ anchors }: { anchors: AuditChain["anchors"] }) {
  const t = useTranslations("admin.audit");
  const locale = useLocale();
  const shown = (instant: string) => formatDateTime(new Date(instant), locale);
  if (anchors.whole && anchors.discrepancies.length === 0)
    return anchors.until ? (
      <p>{t("anchors", { until: formatDateTime(anchors.until, locale) })}</p>
    ) : (
      <p>{t("noAnchors")}</p>
    );
  return (
    <Callout tone="danger" title={t("anchorsBroken")}>
      {anchors.whole ? null : <p>{t("anchorsChanged")}</p>}
      {anchors.discrepancies.length > 0 ? <p>{t("anchorsBrokenText")}</p> : null}
      <ul className="mt-2 list-disc ps-5">
        {anchors.discrepancies.map(({ after, until }) => (
          <li key={until}>
            {after
              ? t("span", { after: shown(after), until: shown(until) })
              : t("first", { until: shown(until) })}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

/** What the check of the trail has found: in itself, and against what is kept outside the database. */
export function ChainState({ chain }: { chain: AuditChain }) {
  return (
    <div className="grid gap-4">
      <Chain chain={chain} />
      <Anchors anchors={chain.anchors} />
    </div>
  );
}
