/** Addresses by which the public pages of `routes.ts` are tried. */
export default [
  '/liepaja/datu-vaksana',
  '/liepaja/datu-vaksana/gada-dati-3',
  '/liepaja/datu-vaksana/ventilacija',
  '/liepaja/datu-slogs',
  '/liepaja/datu-slogs?gads=2026',
  '/aptaujas-pasvaldibam/paraugs-vienots-brivlaiks',
  '/liepaja/datu-vaksana/aptaujas/telefoni',
  '/liepaja/datu-vaksana/darba-saraksti/vasaras-darbi',
]

/** Addresses by which what `module.server.ts` brings to the API is tried. */
export const api = [
  '/municipalities/liepaja/data-calls',
  '/municipalities/liepaja/burden',
  '/polls',
  '/polls/paraugs-kopigi-macibu-materiali/result',
  '/municipalities/liepaja/polls',
  '/municipalities/liepaja/polls/telefoni/result',
]
