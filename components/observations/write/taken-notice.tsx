"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";

/** Says what another tab or device wrote in the meantime and now stands in this form too: nothing comes in unseen. */
export function TakenNotice({
  names,
  labelOf,
}: {
  names: readonly string[];
  labelOf: (name: string) => string;
}) {
  const t = useTranslations("observations.taken");
  return (
    <div role="status">
      {names.length > 0 ? (
        <div className="mb-6">
          <Callout title={t("title")}>
            <p>{t("lead", { fields: names.map(labelOf).join(", ") })}</p>
          </Callout>
        </div>
      ) : null}
    </div>
  );
}
