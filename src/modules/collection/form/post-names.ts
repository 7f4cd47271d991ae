/** Name of the input in which the file of a photo is chosen. */
export const uploadOf = (field: string) => `${field}:file`

/** Name of the input that takes a photo away. */
export const removalOf = (field: string) => `${field}:remove`
