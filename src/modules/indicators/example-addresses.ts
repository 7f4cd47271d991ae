/** Addresses by which the pages of `routes.ts` are tried: numbers, kinds of answers, what no target is set for. */
export default [
  '/liepaja/raditaji',
  '/liepaja/raditaji?verdict=missed',
  '/liepaja/raditaji/5',
  '/liepaja/raditaji/14',
  '/liepaja/raditaji/20',
  '/liepaja/plani/liepaja-2020-2025/raditaji',
  '/liepaja/plani/liepaja-2020-2025/raditaji/5',
]
