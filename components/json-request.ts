/** A request that carries JSON. Other fields of its head stand beside the type. */
export function jsonRequest(
  method: 'POST' | 'PATCH',
  message: unknown,
  fields: Record<string, string> = {},
) {
  return {
    method,
    headers: { 'content-type': 'application/json', ...fields },
    body: JSON.stringify(message),
  }
}
