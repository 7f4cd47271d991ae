/**
 * Ids by the keys that the files of one plan use for their rows: in the database the plan's own key comes before.
 *
 * @param ids by `catalogue·key`
 */
export const withoutCatalogue = (ids: ReadonlyMap<string, string>, catalogue: string): Map<string, string> =>
  new Map([...ids].map(([key, id]) => [key.slice(catalogue.length + 1), id]))
