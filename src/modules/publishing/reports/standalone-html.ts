import { addressIn } from '#platform/language.ts'
import type { Block, Inline, Report, ReportSection, ReportTable, Run } from '#platform/reports/report.ts'
import { dateFormat } from '#platform/texts/formats.ts'
import { type Language, LOCALES } from '#platform/texts/text.ts'
import { STANDALONE_STYLES } from './standalone-styles.ts'

/** What the file says by itself, in the report's language. */
export type StandaloneWords = {
  asOf: (date: string) => string
  certainty: (certainty: string) => string
  question: string
  commentary: string
  finding: string
}
type Drawing = { language: Language; origin: string | undefined; words: StandaloneWords }

/**
 * A report as one HTML file that needs nothing besides: no styles, script or picture from elsewhere.
 *
 * @param origin address of the site without a path, for links to its pages; without it those are not linked
 */
export function standaloneHtml(
  report: Report,
  { origin, words }: { origin: string | undefined; words: StandaloneWords },
): string {
  const { language, title, subtitle, on, facts, sections } = report
  const drawing = { language, origin, words }
  const date = dateFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
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
<p>${safe(words.asOf(date.format(new Date(`${on}T00:00:00Z`))))}</p>
<dl>${about.join('')}</dl>
${sections.map((section) => drawSection(section, 2, drawing)).join('\n')}
</main>
</body>
</html>
`
}

function drawSection(section: ReportSection, level: number, drawing: Drawing): string {
  const inner = (section.sections ?? []).map((one) => drawSection(one, level + 1, drawing))
  return `<section id="${safe(section.key)}">
<h${level}>${safe(section.title)}</h${level}>
${section.blocks.map((block) => drawBlock(block, drawing)).join('\n')}
${inner.join('\n')}
</section>`
}

function drawBlock(block: Block, drawing: Drawing): string {
  const { words } = drawing
  const say = (content: Inline) => inline(content, drawing)
  switch (block.kind) {
    case 'paragraph':
      return `<p>${say(block.content)}</p>`
    case 'list': {
      const name = block.isOrdered ? 'ol' : 'ul'
      return `<${name}>${block.items.map((item) => `<li>${say(item)}</li>`).join('')}</${name}>`
    }
    case 'note':
      return `<p role="note" class="note ${block.tone}">${say(block.content)}</p>`
    case 'finding':
      return aside('finding', words.finding, [
        `<p><strong>${safe(block.title)}</strong></p><p>${say(block.content)}</p>`,
        block.certainty === null ? '' : `<p>${safe(words.certainty(block.certainty))}</p>`,
      ])
    case 'question':
      return aside('question', words.question, [`<p>${say(block.content)}</p><p>${say(block.basis)}</p>`])
    case 'commentary':
      return aside(
        'commentary',
        words.commentary,
        block.paragraphs.map((one) => `<p>${safe(one)}</p>`),
      )
    case 'chart':
      return `<figure><figcaption><strong>${safe(block.caption)}</strong><br>${safe(block.says)}</figcaption>
<div role="img" aria-label="${safe(block.alt)}">${block.svg}</div>${note(block.note, drawing)}</figure>`
    case 'table':
      return drawTable(block, drawing)
  }
}

/** Apart from the text around it, and named for who listens. */
const aside = (className: string, name: string, parts: readonly string[]) =>
  `<div class="${className}"><p class="name">${safe(name)}</p>${parts.join('')}</div>`

const note = (content: Inline | undefined, drawing: Drawing) =>
  content ? `<p class="source">${inline(content, drawing)}</p>` : ''

function drawTable({ caption, says, groups, columns, rows, note: source }: ReportTable, drawing: Drawing) {
  const over = groups
    ? `<tr>${groups
        .map(({ heading, span }) =>
          heading === ''
            ? `<td colspan="${span}"></td>`
            : `<th scope="colgroup" colspan="${span}">${safe(heading)}</th>`,
        )
        .join('')}</tr>`
    : ''
  const heads = columns.map(
    ({ heading, isNumber }) => `<th scope="col"${isNumber ? ' class="n"' : ''}>${safe(heading)}</th>`,
  )
  const body = rows.map(({ cells, isLead, isTotal }) => {
    const [name = [], ...others] = cells
    if (isLead)
      return `<tr class="lead"><th scope="row" colspan="${columns.length}">${inline(name, drawing)}</th></tr>`
    const rest = others.map(
      (cell, place) => `<td${columns[place + 1]?.isNumber ? ' class="n"' : ''}>${inline(cell, drawing)}</td>`,
    )
    return `<tr${isTotal ? ' class="total"' : ''}><th scope="row">${inline(name, drawing)}</th>${rest.join('')}</tr>`
  })
  return `<div class="table"><table><caption><strong>${safe(caption)}</strong><br>${safe(says)}</caption>
<thead>${over}<tr>${heads.join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody></table>${note(source, drawing)}</div>`
}

const QUOTES: Readonly<Record<Language, readonly [string, string]>> = { lv: ['„', '”'], en: ['“', '”'] }

const inline = (content: Inline, drawing: Drawing) => content.map((run) => drawRun(run, drawing)).join('')

function drawRun(
  { text, to, isStrong, isQuoted, language: own }: Run,
  { language, origin }: Drawing,
): string {
  const [open, close] = QUOTES[own ?? language]
  const words = safe(isQuoted ? `${open}${text}${close}` : text)
  const spoken = own && own !== language ? `<span lang="${own}">${words}</span>` : words
  const strong = isStrong ? `<strong>${spoken}</strong>` : spoken
  if (to === undefined) return strong
  const whole = to.startsWith('/') ? origin && origin + addressIn(language, to) : to
  return whole && /^https?:/.test(whole) ? `<a href="${safe(whole)}">${strong}</a>` : strong
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
