import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type FormPartProps = {
  id?: string;
  title: string;
  lead?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A part of a long form, set off by a line from the one above. */
export function FormPart({ id, title, lead, className, children }: FormPartProps) {
  return (
    <section
      id={id}
      data-part={id}
      className={classNames(
        "grid gap-5 border-t border-line pt-8 first-of-type:border-0 first-of-type:pt-0",
        className,
      )}
    >
      <div className="grid gap-1">
        <h2 className="text-xl">{title}</h2>
        {lead ? <p className="text-muted">{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}
