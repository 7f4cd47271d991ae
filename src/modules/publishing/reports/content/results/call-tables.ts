import type { ReportTable } from '#platform/reports/report.ts'
import { type Column, table } from '../blocks.ts'
import type { CallData } from '../data.ts'
import type { Pen } from '../pen.ts'
import type { Place } from './places.ts'

/** Data calls with how complete they are. */
export function callTable(pen: Pen): ReportTable[] {
  const { word, speech, figure, data } = pen
  const address = `/darbs/${data.municipality.slug}/datu-vaksana`
  return table<CallData>({
    key: 'calls',
    caption: word('publishing.results.calls.caption'),
    says: word('publishing.results.calls.says'),
    columns: [
      callColumn(pen),
      ...(['expected', 'handedIn', 'onTime'] as const).map(
        (what): Column<CallData> => ({
          heading: word(`publishing.results.calls.${what}`),
          isNumber: true,
          cell: ({ key, completeness }) => [
            figure(`count:call/${key}/${what}`, speech.say.number(completeness[what]), address),
          ],
        }),
      ),
    ],
    rows: data.calls,
    note: pen.line('publishing.results.calls.note'),
  })
}

/** Data calls that expected something of an institution, with where it stands. */
export function ownCalls(pen: Pen, { institution }: Place): ReportTable[] {
  const { word, data } = pen
  return table<CallData>({
    key: `ownCalls-${institution.key}`,
    caption: word('publishing.results.ownCalls.caption'),
    says: word('publishing.results.ownCalls.says'),
    columns: [
      callColumn(pen),
      {
        heading: word('publishing.results.ownCalls.standing'),
        share: 2,
        cell: ({ standing }) => word(`publishing.standing.${standing.get(institution.id) ?? 'notExpected'}`),
      },
    ],
    rows: data.calls.filter(({ standing }) => standing.has(institution.id)),
  })
}

const callColumn = ({ word, local, speech }: Pen): Column<CallData> => ({
  heading: word('publishing.results.calls.call'),
  share: 3,
  cell: ({ title, period }) => `${local(title)} (${speech.say.period(period, 'short')})`,
})
