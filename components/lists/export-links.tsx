import { useTranslations } from "next-intl";
import type { ExportListName } from "@/lib/lists/rules/export-lists";
import { FileLinks } from "./file-links";

type Props = {
  list: ExportListName;
  cohortId?: string;
  /** What the list beside it is narrowed to. */
  filter?: Readonly<Record<string, string | undefined>>;
};

/** The two files of the list beside them. */
export function ExportLinks({ list, cohortId, filter = {} }: Props) {
  const address = (format: string) => {
    const query = new URLSearchParams({ format, ...(cohortId && { cohort: cohortId }) });
    for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
    return `/api/lists/${list}?${query}`;
  };
  return <FileLinks address={address} />;
}

/** The same where it stands beside another list's: with its name before it. */
export function LabelledExport(props: Props) {
  const t = useTranslations("lists");
  return (
    <div className="flex flex-wrap items-center gap-2" data-noprint="">
      <span className="text-sm text-muted">{t(`${props.list}.name`)}</span>
      <ExportLinks {...props} />
    </div>
  );
}
