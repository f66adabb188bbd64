/** A mail in the shape of Outlook's: the answer as base64 in an alternative, beside text and HTML. */
export const outlookMail = (
  uid: string,
  attendee: string,
  from: string,
  inReplyTo = "",
  partstat = "ACCEPTED",
) => {
  const ics = `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=${partstat};CN=Me\r\n tte:mailto:${attendee}\r\nUID:${uid}\r\nSEQUENCE:0\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  const lines = [
    `From: "Mette" <${from}>`,
    "To: Praksis <praksis@example.org>",
    "Subject: =?iso-8859-1?Q?Accepteret=3A_M=F8de?=",
    ...(inReplyTo ? [`In-Reply-To: ${inReplyTo}`, `References: <other@x.example>`, ` ${inReplyTo}`] : []),
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="_000_AM0"',
    "",
    "--_000_AM0",
    'Content-Type: text/plain; charset="iso-8859-1"',
    "",
    "",
    "--_000_AM0",
    'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
    "Content-Transfer-Encoding: base64",
    "",
    ...(Buffer.from(ics)
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
    "",
    "--_000_AM0--",
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
};
