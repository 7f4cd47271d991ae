import { useSpeech } from '#platform/i18n.tsx'
import {
  campaignsAddress,
  collectionHome,
  elementsAddress,
  formulasAddress,
  pollsAddress,
  templatesAddress,
} from '../../addresses.ts'

type Props = { slug: string; isEditor: boolean }

/** Ways between the pages of data calls; those who prepare calls have more of them. */
export function CollectionTabs({ slug, isEditor }: Props) {
  const { text, path } = useSpeech()
  const links = [
    { address: collectionHome(slug), label: text('collection.menu') },
    { address: campaignsAddress(slug), label: text('collection.campaigns.title') },
    { address: pollsAddress(slug), label: text('collection.polls.title') },
    ...(isEditor
      ? [
          { address: elementsAddress(slug), label: text('collection.elements.title') },
          { address: formulasAddress(slug), label: text('collection.formulas.title') },
          { address: templatesAddress(slug), label: text('collection.templates.title') },
          { address: `${collectionHome(slug)}/analizes`, label: text('collection.analyses.title') },
          { address: `${collectionHome(slug)}/gads`, label: text('collection.calls.year') },
        ]
      : []),
  ]
  return (
    <nav className="eyebrow" aria-label={text('collection.menu')}>
      {links.map(({ address, label }, place) => (
        <span key={address}>
          {place === 0 ? '' : ' · '}
          <a href={path(address)}>{label}</a>
        </span>
      ))}
    </nav>
  )
}
