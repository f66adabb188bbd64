import { useTranslations } from "next-intl";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import type { RoundView } from "@/lib/calibration/queries/get-round";

/** The anonymised case of a round. */
export function CaseText({ round }: { round: RoundView }) {
  const t = useTranslations("calibration");
  return (
    <>
      <Section title={t("situation")}>
        <ProseText text={round.situation} />
      </Section>
      <Section title={t("seen")}>
        <ProseText text={round.seen} />
      </Section>
    </>
  );
}
