import type { TemplateTheme } from '#modules/indicators.server'
import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'

export type Goal = { code: string; title: string }
type Template = { code: string; title: LocalText; definition: LocalText; isChosen: boolean; goal: string }
type Own = { code: string; title: string; goal: string }
type Props = {
  version: number
  themes: readonly { theme: TemplateTheme; templates: readonly Template[] }[]
  goals: readonly Goal[]
  own: readonly Own[]
}

/** The catalogue by themes: what is ticked is measured, for the goal beside it. */
export function TemplateChoice({ version, themes, goals, own }: Props) {
  const { text, local } = useSpeech()
  return (
    <form method="post" className="entry wide">
      <input type="hidden" name="_version" value={version} />
      {themes.map(({ theme, templates }) => (
        <details key={theme} open={templates.some(({ isChosen }) => isChosen)}>
          <summary>
            {text(`app.firstPlan.theme.${theme}`)}{' '}
            <span className="hint">{text('app.firstPlan.indicators.many', { count: templates.length })}</span>
          </summary>
          {templates.map(({ code, title, definition, isChosen, goal }) => (
            <div key={code} className="pick">
              <label className="choice">
                <input type="checkbox" name={`pick.${code}`} value="yes" defaultChecked={isChosen} />
                {local(title)}
              </label>
              <p className="hint">{local(definition)}</p>
              <GoalSelect name={`goal.${code}`} of={local(title)} goals={goals} goal={goal} />
            </div>
          ))}
        </details>
      ))}
      {own.length > 0 ? (
        <fieldset>
          <legend>{text('app.firstPlan.own')}</legend>
          {own.map(({ code, title, goal }) => (
            <div key={code} className="pick">
              <p>{title}</p>
              <GoalSelect name={`goal.${code}`} of={title} goals={goals} goal={goal} />
              <button type="submit" name="do" value={`remove.${code}`} className="quiet">
                {text('app.firstPlan.remove', { name: title })}
              </button>
            </div>
          ))}
        </fieldset>
      ) : null}
      <button type="submit">{text('app.firstPlan.save')}</button>
    </form>
  )
}

type SelectProps = { name: string; of: string; goals: readonly Goal[]; goal: string }

function GoalSelect({ name, of, goals, goal }: SelectProps) {
  const { text } = useSpeech()
  if (goals.length === 0) return null
  return (
    <select
      name={name}
      defaultValue={goal}
      aria-label={text('app.firstPlan.indicators.goalOf', { name: of })}
    >
      <option value="">{text('app.firstPlan.indicators.noGoal')}</option>
      {goals.map(({ code, title }) => (
        <option key={code} value={code}>
          {title}
        </option>
      ))}
    </select>
  )
}
