import { useSpeech } from '#platform/i18n.tsx'
import type { Correction } from '../answer.ts'

/** What on a page was wrong and what is right, in the words of who mended it. */
export function CorrectionWords({ correction }: { correction: Correction }) {
  const { text, language } = useSpeech()
  const { wrong, right } = correction
  const isOther = language === 'en' && wrong.en === null
  const pick = (words: Correction['wrong']) => (language === 'en' ? (words.en ?? words.lv) : words.lv)
  return (
    <dl className="facts" lang={isOther ? 'lv' : undefined}>
      <div>
        <dt>{text('work.corrections.was')}</dt>
        <dd>{pick(wrong)}</dd>
      </div>
      <div>
        <dt>{text('work.corrections.is')}</dt>
        <dd>{pick(right)}</dd>
      </div>
    </dl>
  )
}

/** Corrections of a page, above it. */
export function CorrectionNotes({ corrections, slug }: { corrections: readonly Correction[]; slug: string }) {
  const { text, date, path } = useSpeech()
  if (corrections.length === 0) return null
  return (
    <aside className="wrap note" aria-label={text('work.corrections.onPage')}>
      {corrections.map((correction) => (
        <div key={correction.id}>
          <p>
            <strong>{text('work.corrections.corrected', { date: date(correction.on) })}</strong>
          </p>
          <CorrectionWords correction={correction} />
        </div>
      ))}
      <p>
        <a href={path(`/${slug}/labojumi`)}>{text('work.corrections.title')}</a>
      </p>
    </aside>
  )
}
