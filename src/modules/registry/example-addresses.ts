/** Addresses by which the pages of `routes.ts` are tried: today, a day, one that goes on, one that is no more. */
export default [
  '/liepaja/mana-iestade',
  '/liepaja/mana-iestade?q=gimnazija',
  '/liepaja/iestades',
  '/liepaja/iestades?type=vocationalSchool',
  '/liepaja/iestades?on=2020-09-01',
  '/liepaja/iestades/lvg',
  '/liepaja/iestades/ljk',
  '/liepaja/iestades/ziic',
]

/** Addresses by which what `module.server.ts` brings to the API is tried. */
export const api = ['/municipalities/liepaja/institutions']
