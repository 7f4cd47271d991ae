import { useSpeech } from '#platform/i18n.tsx'
import type { SystemState } from '../system.service.server.ts'

type Props = { state: Pick<SystemState, 'seal' | 'database' | 'program' | 'node' | 'memory' | 'upSeconds'> }

const MEGABYTE = 2 ** 20

/** Versions, sizes and how far the journal is sealed. */
export function SystemFacts({ state }: Props) {
  const { text, number } = useSpeech()
  const { seal, database, program, node, memory, upSeconds } = state
  const megabytes = (bytes: number) =>
    text('app.system.megabytes', { size: number(Math.round(bytes / MEGABYTE)) })
  const facts: [label: string, value: string][] = [
    [text('app.system.program'), text('app.system.versions', { program, node })],
    [
      text('app.system.database'),
      text(database.engine === 'embedded' ? 'app.system.embedded' : 'app.system.server', {
        version: database.version,
        size: megabytes(database.bytes),
      }),
    ],
    [text('app.system.memory'), megabytes(memory)],
    [text('app.system.up'), text('app.system.hours', { hours: number(Math.floor(upSeconds / 3600)) })],
    [
      text('app.system.seal'),
      text('app.system.sealed', {
        sealed: number(seal.sealed),
        streams: number(seal.streams),
        waiting: number(seal.waiting),
      }),
    ],
  ]
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
