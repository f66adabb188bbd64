import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** One point of a checklist, with where to mend it. */
export type ChecklistItem = { key: string; label: string; met: boolean; mend?: ReactNode };

/** What has to be in place, met or not, in words as well as signs. */
export function Checklist({ items, label }: { items: readonly ChecklistItem[]; label: string }) {
  const t = useTranslations("staff");
  return (
    <ul aria-label={label} className="grid gap-1">
      {items.map((item) => (
        <li key={item.key} className="flex items-start gap-3 py-1.5">
          <Icon
            name={item.met ? "check" : "dashed"}
            label={item.met ? t("checklist.met") : t("checklist.missing")}
            className={item.met ? "mt-0.5 text-success" : "mt-0.5 text-warning"}
          />
          <span>
            {item.label}
            {!item.met && item.mend ? <> {item.mend}</> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
