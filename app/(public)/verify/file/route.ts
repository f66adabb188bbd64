import { cookies } from "next/headers";
import { requireActor } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/origin";
import { isSecure } from "@/lib/auth/sign-in/session-cookie";
import { allowCheck, MISS } from "@/lib/certificates/queries/allow-check";
import { FILE_COOKIE, MOST_UPLOADED_BYTES } from "@/lib/certificates/rules/uploaded";
import { boundedForm } from "@/lib/core/bounded-form";
import { checkUpload, type UploadProblem } from "@/lib/signing/check-upload";

/** What a form adds around a file. */
const FORM_BYTES = 16 * 1024;

const to = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });

/** Back to the form: whoever sent it is a person, also where their network asks too often. */
const problem = (what: UploadProblem | "tooOften") => to(`/verify?file=${what}#file`);

/** The bytes of the form's file; null where there is none. */
async function fileOf(request: Request): Promise<Uint8Array | null> {
  const form = await boundedForm(request, MOST_UPLOADED_BYTES + FORM_BYTES);
  const file = form?.get("file");
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
}

/**
 * Checks an uploaded PDF or credential and leads to the check page of its certificate, or back with the reason why it is not ours. The file
 * is read in memory within a bound, and gone with the answer; nobody is noted.
 */
export async function POST(request: Request): Promise<Response> {
  const acting = await requireActor("certificate.verify");
  if (!isSameOrigin(request.headers)) return new Response("Forbidden", { status: 403 });
  if ((await allowCheck(acting, MISS)) !== null) return problem("tooOften");
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= MOST_UPLOADED_BYTES + FORM_BYTES)) return problem("tooLarge");
  const bytes = await fileOf(request);
  if (!bytes) return problem("unreadable");
  const verdict = await checkUpload(acting, bytes, new Date());
  if (!verdict.genuine) return problem(verdict.problem);
  const path = `/verify/${verdict.publicId}`;
  (await cookies()).set(FILE_COOKIE, verdict.publicId, {
    path,
    maxAge: 60,
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
  });
  return to(path);
}

/** The address alone, as it stands in a browser's history: leads to the form. */
export const GET = () => to("/verify#file");
