import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import type { AcceptedMany } from '../life/accept-many.service.server.ts'
import { CHOSEN, writeChosen } from '../life/chosen.ts'

type Ready = { key: string; name: LocalText; version: number; decision: number }
type Props = { ready: readonly Ready[]; done: AcceptedMany | undefined; once: string }

/** Institutions whose checks all held, to be accepted at once; and what became of those that were chosen. */
export function AcceptManyForm({ ready, done, once }: Props) {
  const { text, local } = useSpeech()
  return (
    <section aria-labelledby="accept-many">
      <h2 id="accept-many">{text('collection.life.many.title')}</h2>
      {done ? (
        <div role="status">
          <p>{text('collection.life.many.accepted', { count: done.accepted.length })}</p>
          {done.left.length > 0 ? (
            <>
              <p>{text('collection.life.many.left')}</p>
              <ul className="list">
                {done.left.map(({ institution, name, why }) => (
                  <li key={institution}>
                    {name ? local(name) : institution}: {text(why)}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      ) : null}
      {ready.length === 0 ? (
        <p>{text('collection.life.many.none')}</p>
      ) : (
        <form method="post" className="entry">
          <input type="hidden" name="_once" value={once} />
          <fieldset className="field">
            <legend>{text('collection.life.many.lede')}</legend>
            {ready.map(({ key, name, version, decision }) => (
              <label key={key} className="choice">
                <input
                  type="checkbox"
                  name={CHOSEN}
                  value={writeChosen({ institution: key, version, decision })}
                  defaultChecked
                />
                {local(name)}
              </label>
            ))}
          </fieldset>
          <button type="submit">{text('collection.life.many.accept')}</button>
        </form>
      )}
    </section>
  )
}
