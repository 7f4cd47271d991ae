/** Addresses by which the public pages of `routes.ts` are tried. */
export default ['/liepaja/datu-vaksana', '/liepaja/datu-slogs', '/liepaja/datu-slogs?gads=2026']

/** Addresses by which what `module.server.ts` brings to the API is tried. */
export const api = ['/municipalities/liepaja/data-calls']
