import { useTranslations } from "next-intl";
import { FillBar } from "@/components/ui/fill-bar";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";

/** What there is to say of a cohort's seats; of one that is over, not how many are free nor who waits. */
function useSeatsSentence({ state, taken, capacity, offered, free, waiting }: CohortSeats): string {
  const t = useTranslations("enrolments");
  if (free !== null) return t("seats.sentence", { taken, capacity, offered, free, waiting });
  return state === "cancelled" ? t("seats.cancelled") : t("seats.over", { taken, capacity });
}

/** How full a cohort is: taken, offered, free, and how many wait. */
export function SeatFill({ seats }: { seats: CohortSeats }) {
  const t = useTranslations("enrolments");
  const sentence = useSeatsSentence(seats);
  if (seats.state === "cancelled") return <p className="text-muted">{sentence}</p>;
  return (
    <FillBar
      label={t("seats.label")}
      total={seats.capacity}
      parts={[
        { label: t("seats.taken"), value: seats.taken, tone: "accent" },
        { label: t("seats.offered"), value: seats.offered, tone: "soft" },
      ]}
    >
      {sentence}
    </FillBar>
  );
}

/** The mix of roles against what the agreement promises. Nothing where nobody is in and nothing is promised. */
export function RoleMix({ seats }: { seats: CohortSeats }) {
  const t = useTranslations("enrolments");
  const role = useTranslations("applications");
  if (seats.roles.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {seats.roles.map((each) => (
        <div key={each.role} className="flex gap-1.5">
          <dt className="text-muted">{role(`role.${each.role}`)}</dt>
          <dd className="font-medium">
            {each.target === null
              ? each.enrolled
              : t("seats.ofTarget", { enrolled: each.enrolled, target: each.target })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
