/** Where the way back must not lead: to the sign-in itself, and to what is no page. */
const NOT_BACK_TO = ["/sign-in", "/api", "/_next"];
const LONGEST = 1000;

/**
 * The path to go back to after the sign-in, out of what an address said (`callbackUrl`): a page of our own origin, judged after
 * parsing it the way a browser does (`//host`, `/\host` and `https:host` are other sites). Empty where it is anything else.
 */
export function callbackPath(given: unknown, publicUrl: string): string {
  if (typeof given !== "string" || given === "" || given.length > LONGEST) return "";
  if (!URL.canParse(given, publicUrl)) return "";
  const url = new URL(given, publicUrl);
  if (url.origin !== new URL(publicUrl).origin || url.username || url.password) return "";
  // `/.//host` is a path of ours until it is an address by itself: then it is another site.
  if (url.pathname.startsWith("//")) return "";
  const barred = NOT_BACK_TO.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`));
  return barred ? "" : `${url.pathname}${url.search}${url.hash}`;
}
