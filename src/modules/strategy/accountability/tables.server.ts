import type { CitedRow } from '#modules/sources'
import type { ChangingRow, InnerChangingRow } from '#platform/database/row-kinds.server.ts'
import type { WorksKind } from '../evidence.ts'
import type { Fund, FundingLine, Milestone, NationalGoal, Party, Risk, Works } from './model.ts'

type OfStrategy = CitedRow & ChangingRow & { strategy_id: string }
type OfAction = OfStrategy & { action: string; code: string }

export interface AccountabilityTables {
  'strategy.action_accountable': InnerChangingRow & {
    strategy_id: string
    action: string
    account_id: string
    deputy_id: string | null
  }
  'strategy.action_party': OfAction &
    Pick<Party, 'institution'> & {
      name_lv: string
      name_en: string | null
      part_lv: string
      part_en: string | null
    }
  'strategy.action_milestone': OfAction &
    Pick<Milestone, 'kind'> & {
      title_lv: string
      title_en: string | null
      due_on: string | null
      done_on: string | null
    }
  'strategy.action_funding': OfAction &
    Pick<FundingLine, 'year' | 'planned' | 'spent'> & {
      fund: Fund
      title_lv: string | null
      title_en: string | null
    }
  'strategy.action_works': OfAction &
    Pick<Works, 'institution' | 'state'> & {
      works: WorksKind
      title_lv: string
      title_en: string | null
      starts_on: string | null
      ends_on: string | null
      done_on: string | null
    }
  'strategy.risk': OfStrategy &
    Pick<Risk, 'code' | 'position' | 'likelihood' | 'impact' | 'state' | 'responsible'> & {
      title_lv: string
      title_en: string
      mitigation_lv: string | null
      mitigation_en: string | null
      reviewed_on: string | null
    }
  'strategy.risk_link': OfStrategy & {
    code: string
    risk: string | null
    factor: string | null
    goal: string | null
    direction: string | null
    action: string | null
    indicator_id: string | null
  }
  'strategy.national_goal': Pick<NationalGoal, 'plan' | 'code' | 'position' | 'source' | 'url'> & {
    plan_title_lv: string
    plan_title_en: string
    title_lv: string
    title_en: string
    official_lv: string | null
  }
  'strategy.national_link': OfStrategy & {
    code: string
    goal: string | null
    direction: string | null
    action: string | null
    plan: string
    national_goal: string
  }
}
