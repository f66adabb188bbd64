import { useTranslations } from "next-intl";
import { FillBar } from "@/components/ui/fill-bar";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";

/** How full a cohort is: taken, offered, free, and how many wait. */
export function SeatFill({ seats }: { seats: CohortSeats }) {
  const t = useTranslations("enrolments");
  return (
    <FillBar
      label={t("seats.label")}
      total={seats.capacity}
      parts={[
        { label: t("seats.taken"), value: seats.taken, tone: "accent" },
        { label: t("seats.offered"), value: seats.offered, tone: "soft" },
      ]}
    >
      {t("seats.sentence", {
        taken: seats.taken,
        capacity: seats.capacity,
        offered: seats.offered,
        free: seats.free,
        waiting: seats.waiting,
      })}
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
