import { useTranslations } from "next-intl";

const ratings = ["not_reached", "partly", "reached"] as const;

/** What a criterion looks like at each level; nothing where its levels are not described. */
export function CriterionLevels({ levels }: { levels: readonly string[] }) {
  const words = useTranslations("observations.rating");
  if (levels.length !== ratings.length) return null;
  return (
    <dl className="grid gap-2 text-sm">
      {ratings.map((rating, index) => (
        <div key={rating} className="grid gap-x-4 sm:grid-cols-[8rem_1fr]">
          <dt className="font-medium">{words(rating)}</dt>
          <dd>{levels[index]}</dd>
        </div>
      ))}
    </dl>
  );
}
