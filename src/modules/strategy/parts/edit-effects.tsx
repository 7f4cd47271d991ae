import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { Chip } from '#platform/ui/chip.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { PlanEffects } from '../edits/effects.server.ts'
import type { StatusCount } from '../model.ts'
import { sayParts, statusParts } from '../plots/status-parts.ts'
import { CLAIM_CHIPS } from './claim-chips.ts'

type Effects = PlanEffects | null
type Claim = NonNullable<PlanEffects>['claims'][number]
type Props = {
  before: Effects
  after: Effects
  /** A claim whose answer is shown even where it stays as it was. */
  claim?: string | undefined
}

/** What is worked out from a plan before and after a change: headlines, answers to claims, notes about the data. */
export function EditEffects({ before, after, claim }: Props) {
  const { text } = useSpeech()
  const claims = changedClaims(before, after, claim)
  const gone = without(before?.findings ?? [], after?.findings ?? [])
  const come = without(after?.findings ?? [], before?.findings ?? [])
  const lines = headlines(before, after)
  const isSame = claims.length + gone.length + come.length + lines.length === 0
  return (
    <>
      <h3>{text('strategy.edit.effects')}</h3>
      {isSame ? <p>{text('strategy.edit.effects.none')}</p> : null}
      <Headlines lines={lines} />
      <Claims claims={claims} />
      <Findings title={text('strategy.edit.findings.gone')} findings={gone} />
      <Findings title={text('strategy.edit.findings.come')} findings={come} />
    </>
  )
}

type Line = { key: 'plan' | 'actions' | 'series'; before: Effects; after: Effects }

/** The sentences above the plan and its lists, where they change. */
function headlines(before: Effects, after: Effects): Line[] {
  const all: Line['key'][] = ['plan', 'actions', 'series']
  const of = (effects: Effects, key: Line['key']) =>
    JSON.stringify(key === 'plan' ? effects?.current : effects?.[key])
  return all.filter((key) => of(before, key) !== of(after, key)).map((key) => ({ key, before, after }))
}

function Headlines({ lines }: { lines: readonly Line[] }) {
  const { text } = useSpeech()
  if (lines.length === 0) return null
  return (
    <Table
      caption={text('strategy.edit.headlines')}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { heading: text('strategy.edit.headline'), cell: ({ key }) => text(`strategy.edit.headline.${key}`) },
        { heading: text('platform.edit.before'), cell: ({ key, before }) => <Said of={before} part={key} /> },
        { heading: text('platform.edit.after'), cell: ({ key, after }) => <Said of={after} part={key} /> },
      ]}
    />
  )
}

function Said({ of, part }: { of: Effects; part: Line['key'] }) {
  const { text, local } = useSpeech()
  if (!of) return <>{text('platform.edit.empty')}</>
  if (part === 'plan') return <>{local(of.current.title)}</>
  if (part === 'actions') return <SaidActions counts={of.actions} />
  const { total, judged, met } = of.series
  return (
    <>{text('strategy.goals.caption.series', { count: total, judged: String(judged), good: String(met) })}</>
  )
}

function SaidActions({ counts }: { counts: StatusCount }) {
  const { text } = useSpeech()
  return <>{sayParts(statusParts(counts, text))}</>
}

type Changed = { key: string; before: Claim | undefined; after: Claim | undefined }

function changedClaims(before: Effects, after: Effects, always: string | undefined): Changed[] {
  const [was, is] = [before, after].map(
    (one) => new Map((one?.claims ?? []).map((claim) => [claim.key, claim])),
  )
  const keys = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
  return keys
    .map((key) => ({ key, before: was?.get(key), after: is?.get(key) }))
    .filter((one) => one.key === always || answerOf(one.before) !== answerOf(one.after))
}

const answerOf = (claim: Claim | undefined) =>
  claim && JSON.stringify([claim.verdict, claim.isCovered, claim.because])

function Claims({ claims }: { claims: readonly Changed[] }) {
  const { text, local } = useSpeech()
  if (claims.length === 0) return null
  return (
    <Table
      caption={text('strategy.edit.claims', { count: claims.length })}
      rows={claims}
      rowKey={({ key }) => key}
      columns={[
        {
          heading: text('strategy.claims.claim'),
          cell: ({ before, after }) => {
            const claim = after ?? before
            return claim ? local(claim.text) : null
          },
        },
        { heading: text('platform.edit.before'), cell: ({ before }) => <Answer of={before} /> },
        { heading: text('platform.edit.after'), cell: ({ after }) => <Answer of={after} /> },
      ]}
    />
  )
}

/** What the data answer, and why. */
function Answer({ of }: { of: Claim | undefined }) {
  const { text, local } = useSpeech()
  if (!of) return <>{text('strategy.edit.noClaim')}</>
  return (
    <>
      <Chip kind={CLAIM_CHIPS[of.verdict]} label={text(`strategy.claims.answer.${of.verdict}`)} />
      {of.isCovered ? <span className="note">{text('strategy.claims.covered')}</span> : null}
      {of.because.map((one) => (
        <span key={one.lv} className="note">
          {local(one)}
        </span>
      ))}
    </>
  )
}

function Findings({ title, findings }: { title: string; findings: readonly LocalText[] }) {
  const { local } = useSpeech()
  if (findings.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {findings.map((one) => (
          <li key={one.lv}>{local(one)}</li>
        ))}
      </ul>
    </>
  )
}

function without(all: readonly LocalText[], others: readonly LocalText[]) {
  const said = new Set(others.map(({ lv }) => lv))
  return all.filter(({ lv }) => !said.has(lv))
}
