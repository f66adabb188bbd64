import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type Material = { readonly id: string; readonly title: string; readonly link: string; readonly note: string };

/** Links to read and use, each on its own line; `action` is what can be done with one. */
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
            <a
              href={material.link}
              rel="noreferrer"
              className="inline-flex items-center gap-2 font-medium wrap-anywhere"
            >
              {material.title}
              <Icon name="external" className="size-4" />
            </a>
            {material.note ? <span className="block text-sm text-muted">{material.note}</span> : null}
          </span>
          {action?.(material)}
        </li>
      ))}
    </ul>
  );
}
