import { useLocale, useTranslations } from "next-intl";
import { RatingMark } from "@/components/observations/rating-mark";
import { Callout } from "@/components/ui/callout";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import type { RoundView } from "@/lib/calibration/queries/get-round";
import { DOT } from "@/lib/i18n/format";

const ratings = ["not_reached", "partly", "reached", "not_seen"] as const;
const fills = {
  not_reached: "bg-danger",
  partly: "bg-warning",
  reached: "bg-success",
  not_seen: "bg-line-strong",
} as const;

/** How a criterion's ratings are spread: a bar for the eye, and the same in words. */
function SpreadBar({ counts }: { counts: Record<(typeof ratings)[number], number> }) {
  const words = useTranslations("observations.rating");
  const total = ratings.reduce((sum, rating) => sum + counts[rating], 0);
  const given = ratings.filter((rating) => counts[rating] > 0);
  return (
    <div className="grid gap-1.5">
      <div aria-hidden="true" className="flex h-3 overflow-hidden rounded-full bg-sunken">
        {given.map((rating) => (
          <span
            key={rating}
            className={fills[rating]}
            style={{ width: `${(100 * counts[rating]) / total}%` }}
          />
        ))}
      </div>
      <p className="text-sm text-muted">
        {given.map((rating) => `${words(rating)} ${counts[rating]}`).join(DOT)}
      </p>
    </div>
  );
}

/** What a closed round shows: how far the assessors agree, by which figure, and the spread of every criterion with its reasons. */
export function RoundResult({ round }: { round: RoundView }) {
  const t = useTranslations("calibration");
  const locale = useLocale();
  const { result } = round;
  if (!result) return null;
  const { agreement } = result;
  const figure = (value: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  return (
    <>
      {agreement.kind === "none" ? (
        <Callout title={t("noFigure")}>{t(`why.${agreement.reason}`)}</Callout>
      ) : (
        <Callout title={t(`figure.${agreement.kind}`, { value: figure(agreement.value) })}>
          {t("figureOf", { raters: agreement.raters, units: agreement.units })}{" "}
          {t(`figureNote.${agreement.kind}`)}
        </Callout>
      )}
      {round.conclusion ? (
        <Section title={t("conclusion")}>
          <ProseText text={round.conclusion} />
        </Section>
      ) : null}
      <Section title={t("spread")} lead={t("spreadLead")}>
        <ol className="grid">
          {round.criteria.map((criterion) => {
            const spread = result.spread.find((each) => each.criterionId === criterion.id);
            const opinions = result.opinions.get(criterion.id) ?? [];
            return (
              <li key={criterion.id} className="grid gap-2 border-t border-line py-4 first:border-0">
                <p className="font-medium">
                  <span className="me-1.5 text-muted">{criterion.code}</span>
                  {criterion.name}
                </p>
                {spread ? <SpreadBar counts={spread.counts} /> : null}
                {opinions.length > 0 ? (
                  <ul className="grid gap-1.5">
                    {opinions.map((opinion) => (
                      <li key={opinion.number} className="flex flex-wrap items-baseline gap-2">
                        <RatingMark rating={opinion.rating} />{" "}
                        <span className="min-w-0">{opinion.reason}</span>
                      </li>
                    ))}
                  </ul>
                ) : null}
              </li>
            );
          })}
        </ol>
      </Section>
    </>
  );
}
