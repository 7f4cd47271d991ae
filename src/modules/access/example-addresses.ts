const NOBODYS = '00000000-0000-7000-8000-000000000001'

/** Addresses by which the pages of `routes.ts` are tried: of a municipality and of the country, a right that is none. */
export default [
  '/darbs/liepaja/tiesibas',
  '/darbs/liepaja/tiesibas/dot',
  '/darbs/liepaja/tiesibas/dot?loma=teacher',
  '/darbs/liepaja/tiesibas/aizvietotajs',
  '/darbs/liepaja/tiesibas/parskatisana',
  `/darbs/liepaja/tiesibas/${NOBODYS}/beigt`,
  '/darbs/liepaja/kas-redz?lapa=/darbs/liepaja',
  '/darbs/liepaja/zurnals',
  '/darbs/liepaja/zurnals?ko=grant.given',
  '/darbs/liepaja/zurnals/lasijumi',
  '/darbs/liepaja/zurnals/drosiba',
  '/darbs/tiesibas',
  '/darbs/tiesibas/dot',
  `/darbs/tiesibas/${NOBODYS}/beigt`,
  '/darbs/tiesibas/parskatisana',
  '/darbs/kas-redz?lapa=/darbs/tiesibas',
  '/darbs/zurnals',
  '/darbs/zurnals/drosiba',
]
