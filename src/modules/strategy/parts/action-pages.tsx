import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { type Sort, sortRows } from '#platform/ui/sort.ts'
import { ACTION_ORDER } from '../action-order.ts'
import { ACTION_LIST } from '../action-query.ts'
import type { Action } from '../model.ts'

type Props = {
  actions: readonly Action[]
  /** The order that is asked for; without it that of the plan. */
  sort: Sort<keyof typeof ACTION_ORDER> | undefined
  page: number
  pages: number
  /** How many a page has. */
  size: number
  children: (shown: Action[]) => ReactNode
}

/** One page of a list of actions in the order that is asked for, with the way to the others. */
export function ActionPages({ actions, sort, page, pages, size, children }: Props) {
  const { language } = useSpeech()
  const ordered = sort
    ? sortRows(actions, ACTION_ORDER[sort.key], { isDescending: sort.isDescending, language })
    : actions
  return (
    <>
      {children(ordered.slice((page - 1) * size, page * size))}
      <Pages page={page} pages={pages} anchor={ACTION_LIST} />
    </>
  )
}
