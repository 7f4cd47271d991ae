import type { Language } from '../texts/text.ts'
import { ABBREVIATIONS, type Abbreviation, GLOSSARY, GLOSSARY_ADDRESS } from './index.ts'

/** Tags and the text between them. */
const PIECES = /<[^>]*>|[^<]+/g
const TAG = /^<(\/?)([a-zA-Z][\w-]*)/
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
/** Nothing is explained in these: what they hold is no running text, or is explained already. */
const SILENT = new Set([
  'abbr',
  'code',
  'option',
  'pre',
  'script',
  'select',
  'style',
  'svg',
  'textarea',
  'title',
])
/** A link within these would be a link in a link, or in the way of what is pressed. */
const UNLINKED = new Set([
  'a',
  'button',
  'caption',
  'h1',
  'h2',
  'h3',
  'h4',
  'label',
  'legend',
  'nav',
  'summary',
  'th',
])

type Where = {
  language: Language
  /** The municipality whose page it is: its own abbreviations are explained there. */
  municipality?: string | undefined
  /** Whether words are linked too, and not only abbreviations: on pages that explain methods. */
  hasTerms?: boolean
}

/**
 * Explains each abbreviation of a drawn page where it stands first: what it stands for, and a link to the glossary.
 * It works on what was drawn, so that texts of the product and of municipalities are explained alike, in one place.
 */
export function explainWords(html: string, { language, municipality, hasTerms = false }: Where): string {
  const start = html.indexOf('<main ')
  const end = html.indexOf('</main>', start)
  if (start < 0 || end < 0) return html
  const known = ABBREVIATIONS.filter((one) => !one.municipality || one.municipality === municipality)
  const words = new Map(known.map((one) => [one.short, one]))
  const shorts = [...words.keys()].join('|')
  // `KP1` is the first of those that are called `KP`.
  const pattern = new RegExp(`(?<![\\p{L}\\d_/.-])(${shorts})(?=\\d{0,2}(?![\\p{L}\\d_]))`, 'gu')
  const base = `${language === 'en' ? '/en' : ''}${GLOSSARY_ADDRESS}`
  const explain = explainOnce(words, language, base)
  const link = hasTerms ? linkOnce(language, base) : (text: string) => text
  const main = walk(html.slice(start, end), (text, mayLink) => {
    const explained = text.replace(pattern, (short) => explain(short, mayLink))
    return mayLink ? link(explained) : explained
  })
  return html.slice(0, start) + main + html.slice(end)
}

function explainOnce(words: ReadonlyMap<string, Abbreviation>, language: Language, base: string) {
  const explained = new Set<string>()
  const linked = new Set<string>()
  return (short: string, mayLink: boolean): string => {
    const one = words.get(short)
    if (!one || linked.has(short) || (explained.has(short) && !mayLink)) return short
    explained.add(short)
    const said = `<abbr title="${one.stands[language]}">${short}</abbr>`
    if (!mayLink) return said
    linked.add(short)
    return `<a class="term" href="${base}#${one.id}">${said}</a>`
  }
}

function linkOnce(language: Language, base: string) {
  const terms = GLOSSARY.flatMap((one) =>
    one.kind !== 'abbreviation' && one.stem ? [{ id: one.id, stem: one.stem[language] }] : [],
  )
  const waiting = new Set(terms)
  return (text: string): string => {
    // One at a time, so that no link comes to stand in another.
    for (const term of waiting) {
      const parts = text.split(/(<a .*?<\/a>)/s)
      const at = parts.findIndex(
        (part) =>
          !part.startsWith('<a ') && new RegExp(`(?<![\\p{L}\\d])${term.stem}\\p{L}*`, 'iu').test(part),
      )
      if (at < 0) continue
      parts[at] = (parts[at] ?? '').replace(
        new RegExp(`(?<![\\p{L}\\d])${term.stem}\\p{L}*`, 'iu'),
        (word) => `<a class="term" href="${base}#${term.id}">${word}</a>`,
      )
      text = parts.join('')
      waiting.delete(term)
    }
    return text
  }
}

/** Hands every running text to `write`, with whether a link may stand there. */
function walk(html: string, write: (text: string, mayLink: boolean) => string): string {
  const open: string[] = []
  return html.replace(PIECES, (piece) => {
    if (!piece.startsWith('<')) {
      if (open.some((name) => SILENT.has(name))) return piece
      return write(piece, !open.some((name) => UNLINKED.has(name)))
    }
    const [, closes, name = ''] = TAG.exec(piece) ?? []
    if (closes) open.splice(open.lastIndexOf(name), open.length)
    else if (name !== '' && !VOID.has(name) && !piece.endsWith('/>')) open.push(name)
    return piece
  })
}
