/** What the code under test reads from its environment; `DATABASE_URL` is set by testDatabase(). */
process.env.PRAKSIS_URL ??= "http://127.0.0.1:3000";
process.env.PRAKSIS_SECRET ??= "a secret of more than thirty-two bytes, for tests only";
process.env.MAIL_FROM ??= "Praksis <praksis@praksis.example>";
