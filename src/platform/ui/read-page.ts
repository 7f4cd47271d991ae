/** Which page of a list an address asks for, from 1; the first when it asks for none. */
export function readPage(query: URLSearchParams, parameter = 'page'): number {
  const asked = query.get(parameter) ?? ''
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
}
