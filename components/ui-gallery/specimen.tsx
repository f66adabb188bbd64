import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";

/** A part of the gallery: one primitive in its states. */
export function Specimen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title} id={title.toLowerCase().replaceAll(" ", "-")}>
      <div className="grid gap-6">{children}</div>
    </Section>
  );
}

/** States beside each other. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
