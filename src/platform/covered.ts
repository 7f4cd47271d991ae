/** Stands for a figure that is covered because it would tell about single people; it looks like this everywhere. */
export const COVERED = 'c'
