/** Begins the name of the input in which somebody chooses which of two texts stays. */
export const CHOICE = 'keep:'
