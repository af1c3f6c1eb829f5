/** The JSON in a body, or undefined: a stranger can post anything at a webhook. */
export function readJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8')) as unknown // JSON.parse promises nothing about the shape
  } catch {
    return undefined
  }
}
