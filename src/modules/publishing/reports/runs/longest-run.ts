/** After this long a job is taken to be dead; where something still waits then, somebody may have it gone on with. */
export const LONGEST_RUN_SECONDS = 3600
