import { useTranslations } from "next-intl";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import type { BesideFile } from "@/lib/observations/facts/beside-files";
import type { ObservationView, RatedCriterion } from "@/lib/observations/queries/get-observation";
import { BesideFiles } from "./beside-files";
import { RatingMark } from "./rating-mark";

function Rated({ criterion, files }: { criterion: RatedCriterion; files: readonly BesideFile[] }) {
  const t = useTranslations("observations.criteria");
  return (
    <li id={`criterion-${criterion.code}`} className="grid gap-1.5 border-t border-line py-4 first:border-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="max-w-prose font-medium">
          <span className="me-1.5 text-muted">{criterion.code}</span>
          {criterion.name}
        </p>
        <RatingMark rating={criterion.rating} />
      </div>
      {criterion.selfRating ? (
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          {t("self")} <RatingMark rating={criterion.selfRating} />
        </p>
      ) : null}
      {criterion.evidence ? (
        <ProseText text={criterion.evidence} />
      ) : (
        <p className="text-sm text-muted">{t("noEvidence")}</p>
      )}
      <BesideFiles files={files} />
    </li>
  );
}

/** What an observation says: the situation, what was seen, what is interpreted, and the ratings with their evidence. */
export function ObservationText({ observation }: { observation: ObservationView }) {
  const t = useTranslations("observations");
  const parts = [
    { key: "situation", title: t("field.situation"), text: observation.situation },
    { key: "seen", title: t("field.seen"), text: observation.seen },
    { key: "interpreted", title: t("field.interpreted"), text: observation.interpreted },
    { key: "self", title: t("self.shown"), text: observation.selfText },
  ];
  const whole = observation.files.filter((file) => file.criterionId === null);
  return (
    <>
      {parts
        .filter((part) => part.text)
        .map((part) => (
          <Section key={part.key} title={part.title}>
            <ProseText text={part.text} />
          </Section>
        ))}
      {whole.length > 0 ? (
        <Section title={t("files.title")}>
          <BesideFiles files={whole} />
        </Section>
      ) : null}
      <Section title={t("criteria.title")}>
        <ul>
          {observation.criteria.map((criterion) => (
            <Rated
              key={criterion.id}
              criterion={criterion}
              files={observation.files.filter((file) => file.criterionId === criterion.id)}
            />
          ))}
        </ul>
      </Section>
    </>
  );
}
