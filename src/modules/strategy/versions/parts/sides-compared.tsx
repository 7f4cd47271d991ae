import { useSpeech } from '#platform/i18n.tsx'
import { actionAddress } from '../../subjects.ts'
import type { compareSides } from '../compare.ts'
import { AgainstChoice } from './against-choice.tsx'
import { PlanComparison } from './plan-comparison.tsx'

type Props = {
  compared: ReturnType<typeof compareSides>
  /** Versions that there are, and what each is called. */
  numbers: readonly number[]
  nameOf: (number: number) => string
  /** Where another version is chosen to stand beside this one. */
  address: string
  /** Where the plan's public pages begin. */
  home: string
}

/** Two versions of a plan side by side, with the choice of the other one and how much is alike. */
export function SidesCompared({ compared, numbers, nameOf, address, home }: Props) {
  const { text, path } = useSpeech()
  const { before, after, differences, proposals, same } = compared
  return (
    <>
      <AgainstChoice
        address={path(address)}
        numbers={numbers.filter((number) => number !== after)}
        chosen={before}
      />
      <PlanComparison
        differences={differences}
        proposals={proposals}
        before={nameOf(before)}
        after={nameOf(after)}
        addressOf={(code) => path(`${home}${actionAddress(code)}`)}
      />
      <p className="after-table">{text('strategy.versions.unchanged', { count: same })}</p>
    </>
  )
}
