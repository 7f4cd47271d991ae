/** Addresses by which the pages of `routes.ts` are tried. */
export default ['/liepaja/aptaujas/strategy-in-practice']

/** Addresses by which what `module.server.ts` brings to the API is tried. */
export const api = [
  '/surveys/liepaja-strategy-in-practice',
  '/surveys/liepaja-strategy-in-practice/results',
  '/surveys/liepaja-strategy-in-practice/analysis',
]
