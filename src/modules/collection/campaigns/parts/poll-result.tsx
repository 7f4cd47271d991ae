import { useSpeech } from '#platform/i18n.tsx'
import { BarLegend, type BarPart, StackedBar } from '#platform/ui/stacked-bar.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { ChoiceResult, PollResult } from '../poll.ts'

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
/** Colours of choices in their order; they carry no judgement, and the words stand beside them. */
const COLOURS = ['met', 'missed', 'notEvaluable', 'onTrack', 'offTrack', 'inProgress', 'partial', 'deferred']

/** What a poll that has closed has come to: a sentence, a bar and a table. */
export function PollResultPart({ result, caption }: { result: PollResult; caption: string }) {
  const { text, local, number, instant } = useSpeech()
  const { choices, answered, asked, silent, closedAt } = result
  const share = (of: number | null) =>
    of === null ? '–' : text('collection.polls.percent', { share: number(of * 100, ONE_DIGIT) })
  const said = choices.map((choice) =>
    text('collection.polls.said', {
      choice: local(choice.name),
      answers: choice.answers,
      ofAnswers: share(choice.ofAnswers),
      ofAsked: share(choice.ofAsked),
    }),
  )
  const parts: BarPart[] = [
    ...choices.map(({ name, answers }, place) => ({
      key: COLOURS[place % COLOURS.length] ?? 'notEvaluable',
      label: local(name),
      count: answers,
    })),
    { key: 'unreported', label: text('collection.polls.silent'), count: silent },
  ]
  const summary = text('collection.polls.answered', { count: answered, asked, silent })
  return (
    <>
      <p>
        <strong>{summary}</strong> {said.join('; ')}.
      </p>
      <p className="hint">{text('collection.polls.closedAt', { at: instant(closedAt) })}</p>
      {asked > 0 ? (
        <>
          <StackedBar parts={parts} label={`${summary} ${said.join('; ')}.`} isLarge />
          <BarLegend parts={parts} />
        </>
      ) : null}
      <Table
        caption={caption}
        rows={choices}
        rowKey={(choice: ChoiceResult) => choice.key}
        columns={[
          { heading: text('collection.polls.choice'), cell: ({ name }) => local(name) },
          {
            heading: text('collection.polls.answers'),
            className: 'n',
            cell: ({ answers }) => number(answers),
          },
          {
            heading: text('collection.polls.ofAnswers'),
            className: 'n',
            cell: ({ ofAnswers }) => share(ofAnswers),
          },
          {
            heading: text('collection.polls.ofAsked'),
            className: 'n',
            cell: ({ ofAsked }) => share(ofAsked),
          },
        ]}
      />
    </>
  )
}
