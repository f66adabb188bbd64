import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { VisitView } from "@/lib/observations/queries/get-visit";

/** The visit as a file for one's calendar; nothing while it has no time, or is over. */
export function VisitCalendarLink({ visit }: { visit: Pick<VisitView, "id" | "state"> }) {
  const t = useTranslations("observations.my");
  if (visit.state !== "booked") return null;
  return (
    <LinkButton href={`/api/calendar/visits/${visit.id}`} tone="secondary" icon="calendar" native download>
      {t("addToCalendar")}
    </LinkButton>
  );
}
