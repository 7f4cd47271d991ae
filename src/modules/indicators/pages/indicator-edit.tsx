import { municipalityContext } from '#modules/registry.context'
import { readInRequest, userContext } from '#platform/context.server.ts'
import { EDIT_PARAMETERS, SAVED } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { languageOf } from '#platform/language.ts'
import { makeEdit } from '../edits/make-edit.server.ts'
import { readPart, SERIES_PARAMETER } from '../edits/parts.ts'
import { EditEffects } from '../parts/edit-effects.tsx'
import { EditParts } from '../parts/edit-parts.tsx'
import { AddedSeries, SeriesChoice } from '../parts/series-choice.tsx'
import type { Route } from './+types/indicator-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS, 'dala', SERIES_PARAMETER],
  action: 'indicators.edit',
  reads: ['indicators.edit'],
  changes: ['indicators.edit'],
} satisfies Handle

function asked({ request, context, params }: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality, plan } = context.get(municipalityContext)
  const { searchParams, pathname } = new URL(request.url)
  const part = readPart(searchParams)
  const about = { municipalityId: municipality.id, plan, code: params.code, part }
  return readInRequest(context, (tx) =>
    makeEdit(tx, context.get(userContext), {
      ...about,
      series: searchParams.get(SERIES_PARAMETER),
      saved: searchParams.get(SAVED),
      language: languageOf(pathname),
    }),
  )
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, home } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return {
    municipality,
    home,
    edit,
    part: readPart(new URL(args.request.url).searchParams),
    more: made.more,
  }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** The working twin of an indicator's page: what it is called, what was promised, how it is computed, its figures. */
export default function IndicatorEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, home, edit, part, more } = loaderData
  const address = `${home}/raditaji/${more.code}`
  const name = text(`indicators.edit.part.${part}`, { code: more.code })
  const title = more.chosen?.label ? `${name}. ${local(more.chosen.label)}` : name
  return (
    <EditPage
      title={title}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address, label: `${more.code} ${local(more.title)}` }}
      historyAt={historyAddress(municipality.slug, more.history.table, more.history.key)}
      intro={
        <>
          <EditParts address={address} part={part} />
          {more.chosen && more.series.length > 1 ? (
            <SeriesChoice address={address} part={part} series={more.series} chosen={more.chosen.key} />
          ) : null}
          {more.added ? <AddedSeries address={address} series={more.added} /> : null}
          {part === 'rindas' ? <p>{text('indicators.edit.series.intro')}</p> : null}
          {more.seriesHistory ? (
            <p className="hint">
              <a
                href={path(
                  historyAddress(municipality.slug, more.seriesHistory.table, more.seriesHistory.key),
                )}
              >
                {text('indicators.edit.series.history')}
              </a>
            </p>
          ) : null}
          {more.hasCovered ? <p className="banner">{text('indicators.edit.covered')}</p> : null}
        </>
      }
      effects={(before, after) => <EditEffects before={before} after={after} />}
    />
  )
}
