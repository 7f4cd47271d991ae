/** What stands in the inputs of a form by their names; what is chosen nowhere is an empty text. Files are not typed. */
export function valuesOf(form: HTMLFormElement): Map<string, string> {
  const values = new Map<string, string>()
  for (const input of inputsIn(form)) {
    const isChoice = input instanceof HTMLInputElement && /^(radio|checkbox)$/.test(input.type)
    if (!isChoice) values.set(input.name, input.value)
    else if (input.checked) values.set(input.name, input.value)
    else if (!values.has(input.name)) values.set(input.name, '')
  }
  return values
}

/** Puts a text into the input of a name. */
export function setValue(form: HTMLFormElement, name: string, text: string) {
  for (const input of inputsIn(form)) {
    if (input.name !== name) continue
    if (input instanceof HTMLInputElement && /^(radio|checkbox)$/.test(input.type)) {
      input.checked = input.value === text
    } else input.value = text
  }
}

/** What has changed from some values to others. */
export function changesOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return Object.fromEntries([...after].filter(([name, text]) => (before.get(name) ?? '') !== text))
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Inputs that people type into; what the page itself needs begins with `_`. */
export function inputsIn(form: HTMLFormElement): Input[] {
  return [...form.elements].filter(
    (element): element is Input =>
      (element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement ||
        (element instanceof HTMLInputElement &&
          !/^(file|hidden|submit|button|reset|image)$/.test(element.type))) &&
      element.name !== '' &&
      !element.name.startsWith('_'),
  )
}

/** The words before an input, as people know it by. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const input = inputsIn(form).find((one) => one.name === name)
  const label = input?.labels?.[0]?.textContent ?? input?.getAttribute('aria-label') ?? name
  return label.trim().replace(/\s+/g, ' ')
}
