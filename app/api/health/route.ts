import { connection } from "next/server";
import { getReadiness } from "@/lib/installation/queries/get-readiness";

/** For load balancers and service managers: 200 when this instance can serve, otherwise 503 with the reason. */
export async function GET(): Promise<Response> {
  await connection();
  const readiness = await getReadiness();
  const headers = { "Cache-Control": "no-store" };
  return readiness.ready
    ? Response.json({ status: "ok" }, { headers })
    : Response.json({ status: "unavailable", reason: readiness.reason }, { status: 503, headers });
}
