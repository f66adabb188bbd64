import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleEnquiries } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/** How many enquiries within reach wait for an answer. */
export async function countOpenEnquiries(acting: Acting): Promise<number> {
  return database().enquiry.count({
    where: { AND: [visibleEnquiries(acting), { state: { in: ["new", "assigned"] } }] },
  });
}
