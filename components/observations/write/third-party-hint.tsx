"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { PersonalTrace } from "@/lib/observations/rules/third-parties";

/** Asks the writer to look again at what seems to name others; it never stops anything. */
export function ThirdPartyHint({ traces }: { traces: readonly PersonalTrace[] }) {
  const t = useTranslations("observations.thirdParty");
  return (
    <div role="status">
      {traces.length > 0 ? (
        <Callout tone="warning" title={t("title")}>
          <p>{t("lead")}</p>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-1">
            {traces.slice(0, 8).map((trace) => (
              <li key={trace.text}>
                {t(trace.kind)}: <strong className="font-semibold">{trace.text}</strong>
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
    </div>
  );
}
