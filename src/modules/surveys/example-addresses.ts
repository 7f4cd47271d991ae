/** Addresses by which the pages of `routes.ts` are tried. */
export default ['/liepaja/aptaujas/strategy-in-practice']
