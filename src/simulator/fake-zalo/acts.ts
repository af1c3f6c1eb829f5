import { act, chatActs, openChat } from '../fake-platform/chats.ts'
import type { FakePlatform } from '../fake-platform/fake-platform.ts'
import type { ZaloCore } from './core.ts'
import { SHARE_CONTACT } from './cs-rules.ts'
import { newZaloId } from './events.ts'
import type { FakeZalo } from './fake-zalo.ts'

type Acts = Omit<FakePlatform, 'name' | 'router' | 'webhooks' | 'failNext'> &
  Pick<FakeZalo, 'unfollow' | 'clickChatNow'>

/** What virtual people can do on Zalo. */
export function zaloActs(core: ZaloCore): Acts {
  const { options, people, webhooks, events } = core
  return {
    ...chatActs(people),
    ...followActs(core),
    clickChatNow: (userId) => act(people, webhooks, userId, { event: events.chatNow(userId) }),
    say(userId, text) {
      const id = newZaloId()
      const line = { id, from: 'person', text } as const
      return act(people, webhooks, userId, { event: events.text(userId, id, text), line })
    },
    /** oa.query.hide: the payload travels as a text message and does not show in the person's own chat. */
    tap(userId, { payload }) {
      const isForm = payload === SHARE_CONTACT.payload
      const event = isForm
        ? events.submitInfo(userId, options.profileOf(userId))
        : events.text(userId, newZaloId(), payload)
      return act(people, webhooks, userId, { event })
    },
    sendWordless(userId, what) {
      const id = newZaloId()
      const line = { id, from: 'person', text: '', what } as const
      return act(people, webhooks, userId, { event: events.wordless(userId, id, what), line })
    },
    async staffSay(userId, text) {
      const id = newZaloId()
      people.add(userId, { id, from: 'page', by: 'staff', text, mark: 'delivered' })
      return webhooks.post(userId, events.byHand(userId, { text, msg_id: id }))
    },
    see(userId) {
      const msg_ids = openChat(people, userId)
      if (!options.receipts || msg_ids.length === 0) return
      void webhooks.post(userId, events.fromOa('user_seen_message', userId, { msg_ids }))
    },
  }
}

/** Following the OA, which is what arriving there is, and no longer following it. */
function followActs({ people, strangers, webhooks, events }: ZaloCore): Pick<Acts, 'arrive' | 'unfollow'> {
  return {
    arrive(userId) {
      strangers.delete(userId)
      return act(people, webhooks, userId, { event: events.follower('follow', userId) })
    },
    unfollow(userId) {
      strangers.add(userId)
      return webhooks.post(userId, events.follower('unfollow', userId))
    },
  }
}
