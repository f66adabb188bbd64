import Link from "next/link";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { ObservationView } from "@/lib/observations/queries/get-observation";

type AmendmentNotesProps = { observation: ObservationView; basePath: string };

/** That an observation supersedes another, or is superseded, with the way there: the original stays readable. */
export function AmendmentNotes({ observation, basePath }: AmendmentNotesProps) {
  const t = useTranslations("assess.observation");
  return (
    <>
      {observation.amends ? (
        <Callout icon="undo" title={t("amends")}>
          <p className="whitespace-pre-line">{observation.amends.reason}</p>
          <p>
            <Link href={`${basePath}/${observation.amends.id}`}>{t("toOriginal")}</Link>
          </p>
        </Callout>
      ) : null}
      {observation.amendedById ? (
        <Callout tone="warning" icon="archive" title={t("amendedBy")}>
          <Link href={`${basePath}/${observation.amendedById}`}>{t("toAmendment")}</Link>
        </Callout>
      ) : null}
    </>
  );
}
