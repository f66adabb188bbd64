import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { AuditChain } from "@/lib/audit/queries/get-audit-chain";

/** Whether every event of the trail follows from the one before. */
export function ChainState({ chain }: { chain: AuditChain }) {
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
