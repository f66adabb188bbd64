import { useTranslations } from "next-intl";
import { Preparation } from "@/components/observations/preparation";
import { Icon } from "@/components/ui/icon";
import type { ObservationView } from "@/lib/observations/queries/get-observation";

/** Beside the form, one tap away: what the participant prepared for the visit. */
export function WriteContext({ observation }: { observation: ObservationView }) {
  const t = useTranslations("assess.visit");
  const { visit } = observation;
  if (!visit?.situation) return null;
  return (
    <details className="group rounded-lg bg-sunken px-5 py-1">
      <summary className="flex min-h-target items-center gap-2 font-medium text-accent">
        <Icon name="chevronRight" className="transition-transform group-open:rotate-90" />
        {t("prepared")}
      </summary>
      <div className="pb-4">
        <Preparation visit={visit} />
      </div>
    </details>
  );
}
