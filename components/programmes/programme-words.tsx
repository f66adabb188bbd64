import { useTranslations } from "next-intl";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/db/generated/enums";

type ProgrammeWordsProps = {
  programme: {
    readonly language: Locale;
    readonly aims: readonly string[];
    readonly audience: string;
    readonly description: string;
  };
};

/** What a programme says of itself, in its own language: aims, audience, description. */
export function ProgrammeWords({ programme }: ProgrammeWordsProps) {
  const t = useTranslations("programmes");
  return (
    <div lang={programme.language}>
      <Section title={t("page.aims")}>
        <ul className="grid max-w-prose list-disc gap-2 ps-5">
          {programme.aims.map((aim) => (
            <li key={aim}>{aim}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("page.audience")}>
        <ProseText text={programme.audience} />
      </Section>
      <Section title={t("page.about")}>
        <ProseText text={programme.description} />
      </Section>
    </div>
  );
}
