import { useTranslations } from "next-intl";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import type { ObservationView } from "@/lib/observations/queries/get-observation";

/** What the participant answered, once the observation is closed; nothing before. */
export function ParticipantResponse({ observation }: { observation: ObservationView }) {
  const t = useTranslations("observations");
  if (observation.response) {
    return (
      <Section title={t("field.responseShown")}>
        <ProseText text={observation.response} />
      </Section>
    );
  }
  return observation.state === "locked" ? (
    <Section title={t("field.responseShown")}>
      <p className="text-muted">{t("response.none")}</p>
    </Section>
  ) : null;
}
