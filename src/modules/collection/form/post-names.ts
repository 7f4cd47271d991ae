/** Name of the input in which the file of a photo is chosen. Names that begin with `_` are the page's own. */
export const uploadOf = (field: string) => `_file:${field}`

/** Name of the input that takes a photo away. */
export const removalOf = (field: string) => `_remove:${field}`
