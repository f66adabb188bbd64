import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";

const parts = {
  was: ["status", "exceptions", "measures", "report", "enforcement", "made"],
  privacy: ["who", "what", "why", "not", "share", "keep", "rights", "cookies"],
} as const;

/** A statement that the law asks for: headings and plain paragraphs out of the messages, where they can be edited. */
export function StatementPage({ name }: { name: keyof typeof parts }) {
  const t = useTranslations("public") as (key: string) => string;
  return (
    <>
      <PageHeader title={t(`${name}.title`)} lead={t(`${name}.lead`)} />
      {parts[name].map((part) => (
        <Section key={part} id={part} title={t(`${name}.${part}.title`)}>
          <ProseText text={t(`${name}.${part}.text`)} />
        </Section>
      ))}
    </>
  );
}
