import { useSpeech } from '#platform/i18n.tsx'
import { AGAINST } from '../addresses.ts'

type Props = { address: string; numbers: readonly number[]; chosen: number }

/** Asks which version to set beside this one; nothing where there is no choice. */
export function AgainstChoice({ address, numbers, chosen }: Props) {
  const { text } = useSpeech()
  if (numbers.length < 2) return null
  return (
    <form className="filters" action={address}>
      <label>
        {text('strategy.versions.against')}
        <select name={AGAINST} defaultValue={String(chosen)}>
          {numbers.map((number) => (
            <option key={number} value={number}>
              {text('strategy.versions.number', { number })}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{text('strategy.versions.compare.do')}</button>
    </form>
  )
}
