/** Addresses by which the pages of `routes.ts` are tried: data published, not published, municipality of the past. */
export default ['/liepaja', '/ventspils', '/varaklanu-novads']
