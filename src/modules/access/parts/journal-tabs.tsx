import { useSpeech } from '#platform/i18n.tsx'

type Props = { base: string; here: 'changes' | 'readings' | 'security'; isCountry: boolean }

/** The parts of the journal: changes, readings of personal records, which the country has none of, and sign-ins. */
export function JournalTabs({ base, here, isCountry }: Props) {
  const { text, path } = useSpeech()
  const tabs = [
    { key: 'changes', address: base, label: text('access.journal.title') },
    ...(isCountry
      ? []
      : [{ key: 'readings', address: `${base}/lasijumi`, label: text('access.readings.title') }]),
    { key: 'security', address: `${base}/drosiba`, label: text('access.security.title') },
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
