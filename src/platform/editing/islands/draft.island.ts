// Makes this file a module, so that what it declares is added to the platform's own.
export {}

/** What the page tells this element: where drafts go, of which form, and what is said of them. */
type Told = { to: string; address: string; saved: string; failed: string }

declare module '#platform/islands/island-types.ts' {
  interface Islands {
    draft: Told
  }
}

/** Keeps what is typed on the server, one field after another, and says so only once it is there. */
class Draft extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    const told: Told = JSON.parse(this.querySelector('script')?.textContent ?? 'null')
    if (!form || !told) return
    const note = form.appendChild(Object.assign(document.createElement('p'), { className: 'hint' }))
    note.role = 'status'
    let last: Promise<void> = Promise.resolve()
    let isLeaving = false
    const keep = async () => {
      const typed = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
      typed.set('_address', told.address)
      const answer = await fetch(told.to, { method: 'POST', body: typed }).catch(() => undefined)
      if (!isLeaving) note.textContent = answer?.status === 204 ? told.saved : told.failed
    }
    form.addEventListener('change', () => {
      last = last.then(keep)
    })
    form.addEventListener('submit', () => {
      isLeaving = true
    })
  }
}

customElements.define('x-draft', Draft)
