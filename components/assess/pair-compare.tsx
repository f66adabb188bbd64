import { useLocale, useTranslations } from "next-intl";
import { BesideFiles } from "@/components/observations/beside-files";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import { formatList } from "@/lib/i18n/format";
import { writeJointAction } from "@/lib/observations/pair-actions";
import type { PairText, PairView } from "@/lib/observations/queries/get-pair";
import { PairCriterion } from "./pair-criterion";

function Texts({ name, text }: { name: string; text: PairText }) {
  const t = useTranslations("observations.field");
  return (
    <div className="grid content-start gap-3 rounded-lg bg-surface p-5">
      <h3 className="text-lg">{name}</h3>
      {(["situation", "seen", "interpreted"] as const).map((part) =>
        text[part] ? (
          <div key={part}>
            <p className="text-sm font-medium text-muted">{t(part)}</p>
            <ProseText text={text[part]} />
          </div>
        ) : null,
      )}
      <BesideFiles files={text.files} />
    </div>
  );
}

/** Where the two stand, and the way on. */
function NextStep({ pair }: { pair: PairView }) {
  const t = useTranslations("assess.pair");
  const locale = useLocale();
  if (pair.stage === "writing") return <Callout title={t("writing")} />;
  if (pair.joint) {
    const link = <LinkButton href={`/assess/observations/${pair.joint.id}`}>{t("toJoint")}</LinkButton>;
    return (
      <Callout
        tone="success"
        title={t("joined")}
        actions={pair.readerId === pair.lead.id ? link : undefined}
      />
    );
  }
  const open = pair.compared.filter((each) => each.rating === null).map((each) => each.criterion.code);
  if (open.length > 0) {
    return (
      <Callout tone="warning" title={t("stillOpen", { criteria: formatList(open, locale) })}>
        {t("lead")}
      </Callout>
    );
  }
  if (pair.readerId !== pair.lead.id) return <Callout title={t("joinWaits", { name: pair.lead.name })} />;
  const join = (
    <ActionButton
      action={writeJointAction}
      fields={{ pairId: pair.id }}
      tone="primary"
      confirm={{ title: t("joinTitle"), consequences: t("joinText"), confirmLabel: t("join") }}
    >
      {t("join")}
    </ActionButton>
  );
  return <Callout tone="success" title={t("joinText")} actions={join} />;
}

/** Two blind observations side by side, once both are submitted, and what the two agree on. */
export function PairCompare({ pair }: { pair: PairView }) {
  const t = useTranslations("assess.pair");
  const differing = pair.compared.filter((each) => !each.alike);
  const alike = pair.compared.filter((each) => each.alike);
  return (
    <>
      <NextStep pair={pair} />
      {pair.texts ? (
        <>
          <Section title={t("differ")}>
            {differing.length > 0 ? (
              <ol className="grid gap-5">
                {differing.map((each) => (
                  <PairCriterion key={each.criterion.id} pair={pair} each={each} />
                ))}
              </ol>
            ) : (
              <p className="text-muted">{t("noneDiffer")}</p>
            )}
          </Section>
          <div className="mt-12 grid gap-5 md:grid-cols-2">
            <Texts name={pair.lead.name} text={pair.texts.lead} />
            <Texts name={pair.second.name} text={pair.texts.second} />
          </div>
          {alike.length > 0 ? (
            <Section title={t("alike")}>
              <ol className="grid gap-5">
                {alike.map((each) => (
                  <PairCriterion key={each.criterion.id} pair={pair} each={each} />
                ))}
              </ol>
            </Section>
          ) : null}
        </>
      ) : null}
    </>
  );
}
