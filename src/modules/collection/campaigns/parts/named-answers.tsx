import { useSpeech } from '#platform/i18n.tsx'
import type { Option } from '../../model.ts'

type Props = {
  /** Who was asked, in the order in which they are listed; `choice` is null for those who have not answered. */
  asked: readonly { key: string; name: string; choice: string | null; words?: string | null }[]
  choices: readonly Option[]
}

/** Who answered what, folded by answer: only for those who may see it. */
export function NamedAnswers({ asked, choices }: Props) {
  const { text, local } = useSpeech()
  const groups = [
    ...choices.map(({ key, name }) => ({
      key,
      name: local(name),
      who: asked.filter((one) => one.choice === key),
    })),
    { key: '', name: text('collection.polls.silent'), who: asked.filter(({ choice }) => choice === null) },
  ]
  return (
    <section aria-labelledby="named">
      <h2 id="named">{text('collection.polls.named')}</h2>
      <p className="hint">{text('collection.polls.named.hint')}</p>
      {groups
        .filter(({ who }) => who.length > 0)
        .map(({ key, name, who }) => (
          <details key={key} className="fold">
            <summary>
              {name} <span className="quiet">({who.length})</span>
            </summary>
            <ul>
              {who.map((one) => (
                <li key={one.key}>
                  {one.name}
                  {one.words ? <q> {one.words}</q> : null}
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  )
}
