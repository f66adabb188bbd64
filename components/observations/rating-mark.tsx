import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";
import { type Tone, toneFill, toneText } from "@/components/ui/status-tag";
import type { Rating } from "@/lib/db/generated/enums";

/** How each rating looks: told apart by its sign and word, with colour as the third. */
export const ratingLooks: Record<Rating, { icon: IconName; tone: Tone }> = {
  not_seen: { icon: "dashed", tone: "neutral" },
  not_reached: { icon: "close", tone: "danger" },
  partly: { icon: "minus", tone: "warning" },
  reached: { icon: "check", tone: "success" },
};

/** A rating in a word with its sign; null says that there is none. */
export function RatingMark({ rating, className }: { rating: Rating | null; className?: string }) {
  const t = useTranslations("observations.rating");
  const look = rating ? ratingLooks[rating] : { icon: "circle" as const, tone: "neutral" as const };
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 rounded-full py-0.5 ps-2 pe-2.5 text-sm font-medium whitespace-nowrap",
        toneFill[look.tone],
        toneText[look.tone],
        className,
      )}
    >
      <Icon name={look.icon} className="size-[1.05em]" />
      {t(rating ?? "none")}
    </span>
  );
}
