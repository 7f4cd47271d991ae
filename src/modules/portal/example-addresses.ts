/** Addresses by which the pages of `routes.ts` are tried: data published, not published, municipality of the past. */
export default ['/mana-iestade', '/liepaja', '/ventspils', '/varaklanu-novads']

/** Addresses by which what `module.server.ts` brings to the API is tried. */
export const api = ['/municipalities', '/surveys']
