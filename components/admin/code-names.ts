import { useTranslations } from "next-intl";
import type { AuditAction, AuditSubject } from "@/lib/audit/rules/events";
import type { TemplateName } from "@/lib/mail/mail-params";

/**
 * What an event of the trail is called. Events are kept for ever and may be older than the names of this release: what it has no
 * name for is shown by its code.
 */
export function useActionName(): (action: string) => string {
  const t = useTranslations("admin.audit.actions");
  return (action) => (t.has(action as AuditAction) ? t(action as AuditAction) : action);
}

/** What a stream is about, with the beginning of its id: `Certificeringssag 92f72359`. */
export function useStreamName(): (stream: string) => string {
  const t = useTranslations("admin.audit.subjects");
  return (stream) => {
    const [noun = "", id = ""] = stream.split(":");
    const subject = t.has(noun as AuditSubject) ? t(noun as AuditSubject) : noun;
    return id ? `${subject} ${id.slice(0, 8)}` : subject;
  };
}

/** What a mail is called; its template's own name where this release has none. */
export function useMailName(): (template: string) => string {
  const t = useTranslations("admin.jobs.templates");
  return (template) => (t.has(template as TemplateName) ? t(template as TemplateName) : template);
}
