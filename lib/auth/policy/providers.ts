import { all, allowed, type Decision, refuse } from "@/lib/core/decision";
import { type Acting, organisationsAs } from "../acting";

/** Whether somebody may act for a provider: its own staff may. The scope has narrowed it before; this says it once more. */
export function mayActForProvider(acting: Acting, facts: { readonly providerId: string }): Decision {
  return organisationsAs(acting, "staff").includes(facts.providerId) ? allowed : refuse("notAllowed");
}

/** The same for several providers at once: somebody on the staff of all of them may. */
export function mayActForProviders(
  acting: Acting,
  facts: readonly { readonly providerId: string }[],
): Decision {
  return all(...facts.map((each) => mayActForProvider(acting, each)));
}
