import { getTranslations } from "next-intl/server";
import { Callout } from "@/components/ui/callout";
import type { Refusal } from "@/lib/core/decision";
import { sentence } from "@/lib/i18n/sentence";

/** Why the step is not the reader's to take. */
export async function Barred({ refusal }: { refusal: Refusal }) {
  const t = await getTranslations("certify.case");
  return (
    <Callout tone="neutral" icon="lock" title={t("cannot")}>
      {await sentence(`refusals.${refusal.code}`, refusal.params)}
    </Callout>
  );
}
