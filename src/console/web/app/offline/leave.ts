import { callApi } from '../../shared/api.ts'
import { forgetAnswers } from './kept.ts'
import { forgetQueue } from './queue.ts'

/** Set while this browser is signed out and the server does not know yet; it says nothing about anybody. */
const MARK = 'an-sinh-da-ra'

const mark = {
  isSet: () => read() !== null,
  set: () => attempt(() => localStorage.setItem(MARK, '1')),
  clear: () => attempt(() => localStorage.removeItem(MARK)),
}

function read(): string | null {
  try {
    return localStorage.getItem(MARK)
  } catch {
    return null // a browser that keeps nothing
  }
}

function attempt(work: () => void): void {
  try {
    work()
  } catch {
    // as above
  }
}

/**
 * Signs out: nothing of anybody stays in this browser. Without a network the server hears of it later, before anything
 * else is asked of it.
 */
export async function leave(): Promise<void> {
  await forgetAnswers()
  await forgetQueue()
  mark.set()
  await mayOpen()
}

/** Finishes a sign-out that the server has not heard of; false while it cannot be reached. */
export async function mayOpen(): Promise<boolean> {
  if (!mark.isSet()) return true
  try {
    await callApi('POST /sign-out', {})
  } catch (error) {
    if ((error as { readonly status?: number }).status !== 401) return false // 401: the session is over anyway
  }
  mark.clear()
  return true
}
