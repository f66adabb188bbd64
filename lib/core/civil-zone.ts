/**
 * Whose clock counts where no cohort or session has one of its own: days of names, deadlines of a case, dates in a file's name. Danish and
 * Swedish clocks show the same (Directive 2000/84/EC). An account without a zone is shown times by it too.
 */
export const CIVIL_ZONE = "Europe/Copenhagen";
