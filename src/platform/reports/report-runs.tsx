import { createContext, Fragment, type ReactNode, use } from 'react'
import { useSpeech } from '../i18n.tsx'
import type { Language } from '../texts/text.ts'
import type { Inline, Run } from './report.ts'
import { pieces, printed, reportText } from './words.ts'

/** What cited figures are today, where a page knows it. */
export const TodayContext = createContext<ReadonlyMap<string, string> | undefined>(undefined)

type Props = { content: Inline; language: Language }

/** Stretches of text: links, exact words of others, words in another language. */
export function ReportRuns({ content, language }: Props) {
  return content.map((run, place) => <OneRun key={String(place)} run={run} language={language} />)
}

function OneRun({ run, language }: { run: Run; language: Language }) {
  const { path } = useSpeech()
  const lang = run.language && run.language !== language ? run.language : undefined
  const address = run.to?.startsWith('/') ? path(run.to) : run.to
  const words = <Breakable text={printed(run, language)} />
  const said = run.isQuoted ? <q lang={lang}>{words}</q> : lang ? <span lang={lang}>{words}</span> : words
  const linked = address === undefined ? said : <a href={address}>{said}</a>
  return (
    <>
      {run.isStrong ? <strong>{linked}</strong> : linked}
      <Today run={run} language={language} />
    </>
  )
}

function Today({ run: { figure }, language }: { run: Run; language: Language }): ReactNode {
  const now = use(TodayContext)?.get(figure?.id ?? '')
  if (figure === undefined || now === undefined || now === figure.said) return null
  return (
    <span className="report-today"> ({reportText(language)('platform.report.today', { said: now })})</span>
  )
}

/** A text that may break within its long codes. */
export function Breakable({ text }: { text: string }) {
  return pieces(text).map((piece, place) => (
    <Fragment key={String(place)}>
      {place === 0 ? null : <wbr />}
      {piece}
    </Fragment>
  ))
}
