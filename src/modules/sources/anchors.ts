/** Where a source document stands on the page of documents. */
export const sourceAnchor = (key: string) => `source-${key}`

/** The page and place of a source document, below the address of its municipality. */
export const sourceAddress = (key: string) => `/parskati#${sourceAnchor(key)}`
