import type { PlatformTextKey } from '../texts/keys.ts'
import type { Language } from '../texts/text.ts'
import type { Block, Inline } from './report.ts'
import { reportText } from './words.ts'

type AsideBlock = Extract<Block, { kind: 'note' | 'finding' | 'question' | 'commentary' }>

/** What stands apart from the text around it, in whatever form a report is drawn. */
export type Aside = {
  look: 'plain' | 'warning' | 'finding' | 'question' | 'commentary'
  /** What it is, and of what. */
  label: string
  paragraphs: readonly Inline[]
  /** What stands below, after a word that says what it is. */
  after: { label: string; content: Inline } | null
}

/** A block that stands apart, with its words in the language of the report. */
export function asideOf(block: AsideBlock, language: Language): Aside {
  const text = reportText(language)
  const after = (label: PlatformTextKey, content: Inline) => ({ label: text(label), content })
  switch (block.kind) {
    case 'note':
      return {
        look: block.tone,
        label: text(block.tone === 'warning' ? 'platform.report.warning' : 'platform.report.note'),
        paragraphs: [block.content],
        after: null,
      }
    case 'finding':
      return {
        look: 'finding',
        label: `${text('platform.report.finding')}: ${block.title}`,
        paragraphs: [block.content],
        after:
          block.certainty === null ? null : after('platform.report.certainty', [{ text: block.certainty }]),
      }
    case 'question':
      return {
        look: 'question',
        label: text('platform.report.question'),
        paragraphs: [block.content],
        after: after('platform.report.basis', block.basis),
      }
    case 'commentary':
      return {
        look: 'commentary',
        label: text('platform.report.commentary'),
        paragraphs: block.paragraphs.map((paragraph) => [{ text: paragraph }]),
        after: null,
      }
  }
}
