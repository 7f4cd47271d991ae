/** Addresses by which the page of `routes.ts` is tried: empty, something found, narrowed down, amiss, nothing found. */
export default [
  '/meklet',
  '/meklet?q=skolotajs',
  '/meklet?q=skolotajs&kind=indicator&place=liepaja',
  '/meklet?q=eksamnes',
  '/meklet?q=zzzzqqq',
]
