import type { Locator, Page } from 'playwright-core'

const MOST_TABS = 150

interface Shown {
  readonly ownerDocument: { readonly activeElement: unknown }
}
const hasFocus = (element: Shown) => element.ownerDocument.activeElement === element

/** Hands on the keyboard, no mouse: a thing is reached by Tab from where the focus is, or not at all. */
export function keyboardOn(page: Page) {
  const { keyboard } = page
  const reach = async (target: Locator) => {
    await target.waitFor({ state: 'attached' }) // a choice's input has no size
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await target.evaluate(hasFocus)) return
      await keyboard.press('Tab')
    }
    throw new Error(`${target.toString()} is not reached by ${MOST_TABS} Tabs`)
  }
  return {
    reach,
    /** Instead of what stands in it. */
    async write(target: Locator, text: string) {
      await reach(target)
      await keyboard.press('Control+A')
      await keyboard.type(text)
    },
    async addLine(target: Locator, text: string) {
      await reach(target)
      await keyboard.press('Control+End')
      await keyboard.type(`\n\n${text}`)
    },
    async press(target: Locator, key = 'Enter') {
      await reach(target)
      await keyboard.press(key)
    },
  }
}
