import type { ToldForm } from '../form/told.ts'
import { createLiveChecks } from './live-checks.ts'
import { workOn } from './work.ts'

declare module '#platform/islands/island-types.ts' {
  interface Islands {
    'data-form': ToldForm & { worker: string }
  }
}

/** Keeps what is typed into a form at once, without a line too, says where it is, and checks it meanwhile. */
class DataForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    const told: ToldForm & { worker: string } = JSON.parse(
      this.querySelector('script')?.textContent ?? 'null',
    )
    if (!form || !told) return
    const check = createLiveChecks(form, told)
    let pause: ReturnType<typeof setTimeout> | undefined
    form.addEventListener('input', () => {
      clearTimeout(pause)
      pause = setTimeout(check, 300)
    })
    check()
    void workOn({ form, told, isCopy: 'copy' in this.dataset, afterSetting: check })
  }
}

customElements.define('x-data-form', DataForm)
