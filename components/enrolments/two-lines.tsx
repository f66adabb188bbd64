import type { ReactNode } from "react";

/** Two lines of a table's cell: the matter, and in muted letters what belongs to it. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <div className="min-w-0">
      {first}
      {second ? <span className="block font-normal wrap-break-word text-muted">{second}</span> : null}
    </div>
  );
}
