/** How often a race or a random schedule is run: `few` times with all other tests, `full` times by `npm run test:faults`. */
export const howOften = (few: number, full: number): number =>
  process.env.PRAKSIS_FULL_FAULTS === "1" ? full : few;
