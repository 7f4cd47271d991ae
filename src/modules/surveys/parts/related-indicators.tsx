import { useSpeech } from '#platform/i18n.tsx'
import { fold } from '#platform/texts/fold.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { Fold } from '#platform/ui/fold.tsx'
import type { SurveyItem } from '../model.ts'

/** Beginnings of so many letters tell that two Latvian words are forms of one. */
const STEM = 6

type Indicator = { code: string; title: LocalText }
type Props = { indicators: readonly Indicator[]; items: readonly Pick<SurveyItem, 'title'>[]; slug: string }

/** Indicators whose figures come from answers of people too: first those that share words with what was asked. */
export function RelatedIndicators({ indicators, items, slug }: Props) {
  const { text, local, path } = useSpeech()
  if (indicators.length === 0) return null
  const asked = new Set(items.flatMap(({ title }) => stemsOf(title.lv)))
  const isAlike = ({ title }: Indicator) => stemsOf(title.lv).some((stem) => asked.has(stem))
  const ordered = [...indicators.filter(isAlike), ...indicators.filter((one) => !isAlike(one))]
  return (
    <Fold id="raditaji" title={text('surveys.indicators')} count={ordered.length}>
      <p>{text('surveys.indicators.explanation')}</p>
      <ul className="list">
        {ordered.map(({ code, title }) => (
          <li key={code}>
            <a href={path(`/${slug}/raditaji/${encodeURIComponent(code)}`)}>
              {code} {local(title)}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

const stemsOf = (title: string) =>
  fold(title)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= STEM)
    .map((word) => word.slice(0, STEM))
