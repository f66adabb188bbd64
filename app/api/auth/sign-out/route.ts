import { cookies } from "next/headers";
import { endSessionOfToken } from "@/lib/auth/sign-in/commands/end-session";
import { atTheDoor, isFromOurPage } from "@/lib/auth/sign-in/entrance";
import { seeOther } from "@/lib/auth/sign-in/see-other";
import { endedCookie, sessionCookieName } from "@/lib/auth/sign-in/session-cookie";

/** "Sign out": the session's row goes, and with it whatever still holds its token. */
export async function POST(): Promise<Response> {
  if (!(await isFromOurPage())) return new Response(null, { status: 403 });
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (token) await atTheDoor((work) => endSessionOfToken(work, token));
  jar.delete(endedCookie(sessionCookieName()));
  return seeOther("/");
}
