/** Styles of a report that is a file of its own, on a screen and on paper. */
export const STANDALONE_STYLES = `
:root { color: #1b1b1b; background: #fff; font: 17px/1.55 "Atkinson Hyperlegible Next", system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2rem 0 0.5rem; }
.subtitle { font-size: 1.2rem; }
dl div { display: flex; gap: 0.5rem; flex-wrap: wrap; }
dt { font-weight: 700; }
dd { margin: 0; }
a { color: #0a5a8a; }
.table { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; padding-block-end: 0.5rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.6rem; border-block-end: 1px solid #c9c9c9; }
thead th { border-block-end: 2px solid #1b1b1b; }
tbody th { font-weight: 400; }
.lead th, .total th, .total td { font-weight: 700; }
.n { text-align: end; font-variant-numeric: tabular-nums; }
.aside { border-inline-start: 4px solid #767676; padding: 0.1rem 1rem; margin: 1rem 0; }
.warning, .finding { border-color: #9a3412; }
.commentary { border-color: #0a5a8a; }
.name { font-weight: 700; margin-block-end: 0; }
.source { font-size: 0.9rem; }
figure { margin: 1.5rem 0; }
svg { max-width: 100%; height: auto; }
@media print { thead { display: table-header-group; } tr, figure { break-inside: avoid; } }
`
