import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/core/action-state";
import { formatNumber } from "@/lib/i18n/format";
import type { Material } from "@/lib/materials/facts/material";

const megabyte = 1024 * 1024;

/** Where a material leads: to another site, or to its file, with its name and size. */
function MaterialLink({ material: { title, link, file } }: { material: Material }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const look = "inline-flex items-center gap-2 font-medium wrap-anywhere";
  if (file)
    return (
      <>
        <a href={`/api/files/${file.id}`} download className={look}>
          {title}
          <Icon name="download" className="size-4" />
        </a>
        <span className="block text-sm text-muted wrap-anywhere">
          {t("material.fileFacts", {
            name: file.name,
            size: formatNumber(Math.max(0.1, file.size / megabyte), locale),
          })}
        </span>
      </>
    );
  return (
    <a href={link ?? undefined} rel="noreferrer" className={look}>
      {title}
      <Icon name="external" className="size-4" />
    </a>
  );
}

/** What there is to read and use, each on its own line; `action` is what can be done with one. */
export function MaterialList({
  materials,
  action,
}: {
  materials: readonly Material[];
  action?: (material: Material) => ReactNode;
}) {
  return (
    <ul className="max-w-form divide-y divide-line border-y border-line">
      {materials.map((material) => (
        <li key={material.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5">
          <span className="min-w-0">
            <MaterialLink material={material} />
            {material.note ? <span className="block text-sm text-muted">{material.note}</span> : null}
          </span>
          {action?.(material)}
        </li>
      ))}
    </ul>
  );
}

/** Takes a material back, once it has said what that means. */
export function RemoveMaterial({
  material: { id, title, file },
  action,
  of,
}: {
  material: Material;
  action: FormAction;
  /** Whose it is, as the action wants to know it. */
  of: Record<string, string>;
}) {
  const t = useTranslations("planning");
  return (
    <ActionButton
      action={action}
      fields={{ ...of, materialId: id }}
      tone="quiet"
      size="small"
      icon="trash"
      confirm={{
        title: t("material.removeTitle", { title }),
        consequences: t(file ? "material.removeFile" : "material.removeLink"),
        confirmLabel: t("material.remove"),
      }}
    >
      {t("material.removeOne", { title })}
    </ActionButton>
  );
}
