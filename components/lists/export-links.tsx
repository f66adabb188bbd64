import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { ExportListName } from "@/lib/lists/rules/export-lists";

type Props = {
  list: ExportListName;
  cohortId?: string;
  /** What the list beside it is narrowed to. */
  filter?: Readonly<Record<string, string | undefined>>;
};

/** The two ways to take the list beside it out as a file. Both hang, so that they begin alike one below the other. */
export function ExportLinks({ list, cohortId, filter = {} }: Props) {
  const t = useTranslations("lists");
  const address = (format: string) => {
    const query = new URLSearchParams({ format, ...(cohortId && { cohort: cohortId }) });
    for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
    return `/api/lists/${list}?${query}`;
  };
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2" data-noprint="">
      <LinkButton
        href={address("xlsx")}
        tone="quiet"
        size="small"
        icon="download"
        className="justify-self-start"
        native
      >
        {t("export.xlsx")}
      </LinkButton>
      <LinkButton
        href={address("csv")}
        tone="quiet"
        size="small"
        icon="download"
        className="justify-self-start"
        native
      >
        {t("export.csv")}
      </LinkButton>
    </div>
  );
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
