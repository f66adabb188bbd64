import { useTranslations } from "next-intl";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { ProseText } from "@/components/ui/prose-text";
import type { VisitView } from "@/lib/observations/queries/get-visit";

type PreparationProps = { visit: Pick<VisitView, "situation" | "aim" | "othersInRoom" | "othersInformed"> };

/** What a participant has prepared for a visit, as it is read. */
export function Preparation({ visit }: PreparationProps) {
  const t = useTranslations("observations");
  if (!visit.situation) return <p className="text-muted">{t("prepare.nothing")}</p>;
  const items: (Description | null)[] = [
    { term: t("field.situation"), detail: <ProseText text={visit.situation} /> },
    visit.aim ? { term: t("field.aimShown"), detail: <ProseText text={visit.aim} /> } : null,
    visit.othersInRoom
      ? { term: t("field.othersInRoomShown"), detail: <ProseText text={visit.othersInRoom} /> }
      : null,
    {
      term: t("field.othersInformed"),
      detail: t(visit.othersInformed ? "prepare.yes" : "prepare.notYet"),
    },
  ];
  return <DescriptionList items={items.filter((item) => item !== null)} />;
}
