/** Addresses by which the pages of `routes.ts` are tried. */
export default [
  '/liepaja/ricibas-plans',
  '/liepaja/ricibas-plans?status=partial',
  '/liepaja/ricibas-plans/1.1.3',
]
