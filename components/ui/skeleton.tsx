import { useTranslations } from "next-intl";
import { classNames } from "./class-names";

/** The place of something that is coming, with its height, so that nothing jumps. Invisible for the first 200 ms. */
function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classNames("skeleton-shimmer block rounded", className)} />;
}

const widths = ["w-11/12", "w-full", "w-10/12", "w-9/12", "w-full", "w-7/12"];

/** Lines of text that are coming; says so to screen readers. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  const t = useTranslations("ui");
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <Skeleton key={line} className={classNames("h-4", widths[line % widths.length])} />
      ))}
    </div>
  );
}
