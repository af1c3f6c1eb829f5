import { keepableJson } from '../../conversation/keepable-text.ts'

/** What may need mending, as JSON writes it: U+0000 and surrogates, whole pairs too (Meta writes emoji so). */
const SUSPECT = /\\u(?:0000|d[89a-f])/i

/** The JSON in a body, all its texts fit to be kept, or undefined: a stranger can post anything at a webhook. */
export function readJson(rawBody: Buffer): unknown {
  return jsonIn(rawBody.toString('utf8'))
}

/** The same for text. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text, SUSPECT.test(text) ? keepableJson : undefined) as unknown // JSON.parse promises no shape
  } catch {
    return undefined
  }
}
