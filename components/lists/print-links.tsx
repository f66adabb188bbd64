import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { type Print, prints } from "@/lib/lists/rules/prints";

type Props = { cohortId: string; sessionId?: string; only?: Print };

/** What can be printed of a cohort's people; of a session, the list to sign. */
export function PrintLinks({ cohortId, sessionId, only }: Props) {
  const t = useTranslations("lists");
  const query = new URLSearchParams({ cohort: cohortId, ...(sessionId && { session: sessionId }) });
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2" data-noprint="">
      {prints
        .filter((print) => !only || print === only)
        .map((print) => (
          <LinkButton
            key={print}
            href={`/api/prints/${print}?${query}`}
            tone="quiet"
            size="small"
            icon="print"
            className="justify-self-start"
            native
          >
            {t(`print.${print}.link`)}
          </LinkButton>
        ))}
    </div>
  );
}
