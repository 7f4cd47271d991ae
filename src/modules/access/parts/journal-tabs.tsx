import { useSpeech } from '#platform/i18n.tsx'

/** The parts of the journal: changes, and readings of personal records. */
export function JournalTabs({ base, here }: { base: string; here: 'changes' | 'readings' }) {
  const { text, path } = useSpeech()
  const tabs = [
    { key: 'changes', address: base, label: text('access.journal.title') },
    { key: 'readings', address: `${base}/lasijumi`, label: text('access.readings.title') },
  ]
  return (
    <nav aria-label={text('access.journal.parts')}>
      <ul>
        {tabs.map(({ key, address, label }) => (
          <li key={key}>
            <a href={path(address)} aria-current={key === here ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
