import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { guideAddress, STEPS, type Step } from '../draft-rows.ts'

type Props = { step: Step; slug: string; place: string; hasProblems: boolean; children: ReactNode }

/** A page of the guide: which step it is, what it is for, and the way back to all of them. */
export function StepPage({ step, slug, place, hasProblems, children }: Props) {
  const { text, path } = useSpeech()
  const title = text(`app.firstPlan.${step}`)
  return (
    <Page title={hasProblems ? text('platform.form.problemsTitle', { title }) : title} place={place}>
      <p className="eyebrow">
        <a href={path(guideAddress(slug))}>{text('app.firstPlan.title')}</a> ·{' '}
        {text('app.firstPlan.stepOf', { step: STEPS.indexOf(step) + 1, steps: STEPS.length })}
      </p>
      <h1>{title}</h1>
      <p>{text(`app.firstPlan.${step}.help`)}</p>
      {children}
    </Page>
  )
}
