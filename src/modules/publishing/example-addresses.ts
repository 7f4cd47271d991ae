/** Addresses by which the public pages of `routes.ts` are tried. */
export default [
  '/liepaja/parskati/paraugs-uzraudziba',
  '/liepaja/parskati/paraugs-uzraudziba/1',
  '/liepaja/salidzinajums-ar-publiceto',
]
