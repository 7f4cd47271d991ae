import type { Language } from '../texts/text.ts'
import { type Aside, asideOf } from './asides.ts'
import { numbersOf } from './numbers.ts'
import type { Block, Inline, Report, ReportSection, ReportTable, Run } from './report.ts'
import { STANDALONE_STYLES } from './standalone-styles.ts'
import { headRows, type PlacedHeading } from './table-head.ts'
import { clean, printed, reportText, sayAsOf, sectionId, wholeAddress } from './words.ts'

type Drawing = {
  language: Language
  origin: string | undefined
  numbers: ReadonlyMap<string, number>
  say: ReturnType<typeof reportText>
}

/**
 * A report as one HTML file that needs nothing besides: no styles, script or picture from elsewhere. It says what the page
 * says (`ReportBody`), in the same words and with the same numbers; only that is drawn by React, which the command line,
 * run from the sources, cannot load.
 *
 * @param origin address of the site without a path, for links to its pages; without it those are not linked
 */
export function standaloneHtml(report: Report, { origin }: { origin: string | undefined }): string {
  const { language, title, subtitle, on, facts, sections } = report
  const drawing = { language, origin, numbers: numbersOf(report), say: reportText(language) }
  const about = facts.map(
    ({ label, content }) => `<div><dt>${safe(label)}</dt><dd>${inline(content, drawing)}</dd></div>`,
  )
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(`${title} · ${subtitle}`)}</title>
<style>${STANDALONE_STYLES}</style>
</head>
<body>
<main>
<h1>${safe(title)}</h1>
<p class="subtitle">${safe(subtitle)}</p>
<p>${safe(sayAsOf(language, on))}</p>
<dl>${about.join('')}</dl>
${sections.map((section) => drawSection(section, 2, drawing)).join('\n')}
</main>
</body>
</html>
`
}

function drawSection(section: ReportSection, level: number, drawing: Drawing): string {
  const inner = (section.sections ?? []).map((one) => drawSection(one, level + 1, drawing))
  return `<section aria-labelledby="${safe(sectionId(section.key))}">
<h${level} id="${safe(sectionId(section.key))}">${safe(section.title)}</h${level}>
${section.blocks.map((block) => drawBlock(block, drawing)).join('\n')}
${inner.join('\n')}
</section>`
}

function drawBlock(block: Block, drawing: Drawing): string {
  const say = (content: Inline) => inline(content, drawing)
  switch (block.kind) {
    case 'paragraph':
      return `<p>${say(block.content)}</p>`
    case 'list': {
      const name = block.isOrdered ? 'ol' : 'ul'
      return `<${name}>${block.items.map((item) => `<li>${say(item)}</li>`).join('')}</${name}>`
    }
    case 'chart':
      return `<figure id="${safe(block.key)}"><figcaption>${caption('platform.report.chart', block, drawing)}</figcaption>
<div role="img" aria-label="${safe(block.alt)}">${block.svg}</div>${note(block.note, drawing)}</figure>`
    case 'table':
      return drawTable(block, drawing)
    default:
      return drawAside(asideOf(block, drawing.language), drawing)
  }
}

/** Apart from the text around it, and named for who listens. */
function drawAside({ look, label, paragraphs, after }: Aside, drawing: Drawing): string {
  const said = paragraphs.map((content) => inline(content, drawing))
  const below = after === null ? [] : [`${safe(after.label)} ${inline(after.content, drawing)}`]
  return `<div class="aside ${look}"><p class="name">${safe(label)}</p>${[...said, ...below].map((one) => `<p>${one}</p>`).join('')}</div>`
}

type Captioned = { key: string; caption: string; says: string }

function caption(
  kind: 'platform.report.table' | 'platform.report.chart',
  { key, caption, says }: Captioned,
  { say, numbers }: Drawing,
) {
  return `<strong>${safe(say(kind, { number: numbers.get(key) ?? 0 }))} ${safe(caption)}</strong><br>${safe(says)}`
}

const note = (content: Inline | undefined, drawing: Drawing) =>
  content ? `<p class="source">${inline(content, drawing)}</p>` : ''

function drawTable(table: ReportTable, drawing: Drawing) {
  const { columns, rows, note: source } = table
  const body = rows.map(({ cells, isLead, isTotal }) => {
    const [name = [], ...others] = cells
    if (isLead)
      return `<tr class="lead"><th scope="row" colspan="${columns.length}">${inline(name, drawing)}</th></tr>`
    const rest = others.map(
      (cell, place) => `<td${columns[place + 1]?.isNumber ? ' class="n"' : ''}>${inline(cell, drawing)}</td>`,
    )
    return `<tr${isTotal ? ' class="total"' : ''}><th scope="row">${inline(name, drawing)}</th>${rest.join('')}</tr>`
  })
  return `<div class="table"><table id="${safe(table.key)}"><caption>${caption('platform.report.table', table, drawing)}</caption>
<thead>${drawHead(table)}</thead>
<tbody>${body.join('\n')}</tbody></table>${note(source, drawing)}</div>`
}

/** No cell of a head is empty: what nothing stands over reaches through both rows. */
function drawHead(table: ReportTable): string {
  const { groups, alone, below } = headRows(table)
  const column = ({ heading, isNumber }: PlacedHeading, rows = 1) =>
    `<th scope="col"${rows > 1 ? ` rowspan="${rows}"` : ''}${isNumber ? ' class="n"' : ''}>${safe(heading)}</th>`
  const row = (cells: readonly string[]) => `<tr>${cells.join('')}</tr>`
  const last = row(below.map((one) => column(one)))
  if (groups === undefined) return last
  const over = groups.flatMap(({ heading, span, place }) =>
    heading === ''
      ? alone.filter((one) => one.place >= place && one.place < place + span).map((one) => column(one, 2))
      : [`<th scope="colgroup" colspan="${span}">${safe(heading)}</th>`],
  )
  return row(over) + last
}

const inline = (content: Inline, drawing: Drawing) => content.map((run) => drawRun(run, drawing)).join('')

function drawRun(run: Run, { language, origin }: Drawing): string {
  const { to, isStrong, language: own } = run
  const words = safe(printed(run, language))
  const spoken = own && own !== language ? `<span lang="${own}">${words}</span>` : words
  const strong = isStrong ? `<strong>${spoken}</strong>` : spoken
  const whole = to === undefined ? undefined : wholeAddress(to, language, origin)
  return whole && /^https?:/.test(whole) ? `<a href="${safe(whole)}">${strong}</a>` : strong
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string) => clean(text).replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
