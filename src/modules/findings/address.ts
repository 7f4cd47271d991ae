/** The page of findings, below the address of its municipality. */
export const FINDINGS_ADDRESS = '/datu-kvalitate'

/** Where one finding stands, whichever page of the list that is. */
export const findingAddress = (anchor: string) => `${FINDINGS_ADDRESS}?at=${anchor}#${anchor}`
