/** One of every kind of page; each has an English twin under `/en`. */
export const LATVIAN_PAGES = [
  '/',
  '/liepaja',
  '/liepaja/strategija',
  '/liepaja/raditaji',
  '/liepaja/raditaji?verdict=missed',
  '/liepaja/raditaji/5',
  '/liepaja/raditaji/14',
  '/liepaja/raditaji/20',
  '/liepaja/ricibas-plans',
  '/liepaja/ricibas-plans?status=partial',
  '/liepaja/ricibas-plans/1.1.3',
  '/liepaja/programmas',
  '/liepaja/aptaujas',
  '/liepaja/aptaujas/strategy-in-practice',
  '/liepaja/parskati',
  '/liepaja/datu-kvalitate',
  '/liepaja/datu-kvalitate/apgalvojumi',
  '/ventspils',
  '/varaklanu-novads',
  '/metodes',
  '/pieklustamiba',
  '/atvertie-dati',
]

export const ALL_PAGES = LATVIAN_PAGES.flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`])
