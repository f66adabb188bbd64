import { useTranslations } from "next-intl";
import { wordDiff } from "@/lib/programmes/rules/word-diff";

/** A text with what was taken out struck through and what came in underlined; said in words to whoever hears it. */
export function DiffText({ before, after }: { before: string; after: string }) {
  const t = useTranslations("programmes");
  return (
    <p className="max-w-prose whitespace-pre-line wrap-anywhere">
      {wordDiff(before, after).map((part, index) => {
        const key = `${index} ${part.kind}`;
        if (part.kind === "same") return <span key={key}>{part.text}</span>;
        return part.kind === "removed" ? (
          <del key={key} className="bg-danger-soft text-danger">
            <span className="sr-only">{t("compare.removedMark")} </span>
            {part.text}
          </del>
        ) : (
          <ins key={key} className="bg-success-soft text-success [del+&]:ms-1">
            <span className="sr-only">{t("compare.addedMark")} </span>
            {part.text}
          </ins>
        );
      })}
    </p>
  );
}
