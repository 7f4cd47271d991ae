import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { ACTION_SECTIONS, NEW, PART, PLAN, ROW, readActionSection, twinOf } from '../../edits/parts.ts'
import { EditList } from '../../parts/edit-list.tsx'
import { OverdueMark } from '../../parts/overdue-mark.tsx'
import { actionAddress } from '../../subjects.ts'
import {
  accountabilityAddress,
  accountedActionAddress,
  LACKING,
  readLacks,
  SECTION_OF,
} from '../addresses.ts'
import { makeAccountedEdit } from '../edits/make-accounted-edit.server.ts'
import { readPlaceAsked } from '../plan-asked.server.ts'
import { readAble } from '../set-accountable.service.server.ts'
import type { Route } from './+types/accounted-action'

export const handle = {
  parameters: [...EDIT_PARAMETERS, PLAN, PART, ROW, LACKING],
  action: 'strategy.accounted',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

async function asked(args: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality, plan, searchParams } = readPlaceAsked(args)
  const lacks = readLacks(searchParams)
  const [first] = lacks
  const able = await readAble(args.context.get(databaseContext), municipality.id)
  return readInRequest(args.context, (tx) =>
    makeAccountedEdit(tx, {
      municipalityId: municipality.id,
      plan,
      code: args.params.code,
      section: readActionSection(searchParams) ?? (first ? SECTION_OF[first] : 'atbildigais'),
      row: searchParams.get(ROW),
      lacks,
      able,
    }),
  )
}

export async function loader(args: Route.LoaderArgs) {
  const { edit, made } = await openEdit(args, () => asked(args))
  const { municipality, plan, home } = readPlaceAsked(args)
  return { municipality, plan, home, edit, more: made.more, today: municipalDay() }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** One action: who answers for it, who takes part, by when, with what money, which works. */
export default function AccountedAction({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, plan, home, edit, more, today } = loaderData
  const { action: one, section, lacks, asked: askedFor, rows, history } = more
  const { slug } = municipality
  const at = (query: Readonly<Record<string, string | undefined>>) =>
    accountedActionAddress(slug, one.code, { ...query, [PLAN]: plan })
  const say = (all: typeof lacks) => all.map((lack) => text(`strategy.lacks.${lack}`)).join(', ')
  const inPlan = twinOf(`${home}${actionAddress(one.code)}`, { [PART]: 'apraksts' })
  return (
    <EditPage
      title={text('strategy.accountability.action.title', {
        code: one.code,
        part: text(`strategy.accountability.section.${section}`),
      })}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: `${home}${actionAddress(one.code)}`, label: `${one.code} ${local(one.title)}` }}
      historyAt={history ? historyAddress(slug, history.table, history.key) : undefined}
      intro={
        <>
          <p>
            <a href={path(accountabilityAddress(slug, { [PLAN]: plan }))}>
              {text('strategy.accountability.title')}
            </a>
          </p>
          <OverdueMark action={one} today={today} isDayShown />
          {askedFor.length > 0 ? (
            <p>
              <strong>{text('strategy.accountability.asked', { lacks: say(askedFor) })}</strong>
            </p>
          ) : null}
          <p>
            {lacks.length > 0
              ? text('strategy.accountability.lackingHere', { lacks: say(lacks) })
              : text('strategy.accountability.complete')}{' '}
            <a href={path(inPlan)}>{text('strategy.accountability.plan')}</a>
          </p>
          <EditList
            label={text('strategy.accountability.action.sections')}
            links={ACTION_SECTIONS.map((name) => ({
              label: text(`strategy.accountability.section.${name}`),
              address: at({ [PART]: name }),
              isHere: name === section,
            }))}
          />
          {section === 'atbildigais' ? null : (
            <EditList
              label={text(`strategy.accountability.section.${section}`)}
              links={[
                ...rows.map((row) => ({
                  label: row.title,
                  address: at({ [PART]: section, [ROW]: row.code }),
                  isHere: row.isHere,
                })),
                {
                  label: text(`strategy.accountability.new.${section}`),
                  address: at({ [PART]: section, [ROW]: NEW }),
                  isHere: !rows.some(({ isHere }) => isHere),
                },
              ]}
            />
          )}
        </>
      }
    />
  )
}
