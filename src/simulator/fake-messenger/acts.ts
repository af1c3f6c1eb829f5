import { act, chatActs, openChat } from '../fake-platform/chats.ts'
import type { FakePlatform } from '../fake-platform/fake-platform.ts'
import type { MessengerCore } from './core.ts'
import { newMid } from './events.ts'
import type { FakeMessenger } from './fake-messenger.ts'

type Acts = Omit<FakePlatform, 'name' | 'router' | 'webhooks' | 'failNext'> &
  Pick<FakeMessenger, 'refer' | 'pressButton' | 'comment' | 'uncomment'>

const getStarted = { label: 'Bắt đầu', payload: 'GET_STARTED' }

/** What virtual people can do on Messenger. */
export function messengerActs(core: MessengerCore): Acts {
  const { options, people, webhooks, events } = core
  return {
    ...chatActs(people),
    arrive: (userId, ref) =>
      act(people, webhooks, userId, { event: events.postback(userId, newMid(), getStarted, ref) }),
    refer: (userId, ref) => act(people, webhooks, userId, { event: events.referral(userId, ref) }),
    say(userId, text) {
      const id = newMid()
      const line = { id, from: 'person', text } as const
      return act(people, webhooks, userId, { event: events.text(userId, id, text), line })
    },
    tap(userId, button) {
      const id = newMid()
      const line = { id, from: 'person', text: button.label } as const
      return act(people, webhooks, userId, { event: events.quickReply(userId, id, button), line })
    },
    pressButton(userId, button) {
      const id = newMid()
      const line = { id, from: 'person', text: button.label } as const
      return act(people, webhooks, userId, { event: events.postback(userId, id, button), line })
    },
    ...commentActs(core),
    sendWordless(userId, what) {
      const id = newMid()
      const line = { id, from: 'person', text: '', what } as const
      return act(people, webhooks, userId, { event: events.wordless(userId, id, what), line })
    },
    see(userId) {
      const seen = openChat(people, userId)
      if (!options.receipts || seen.length === 0) return
      const read = { watermark: options.now().getTime() }
      void webhooks.post(userId, events.fromUser(userId, { read }))
    },
  }
}

function commentActs({
  options,
  posts,
  webhooks,
  events,
}: MessengerCore): Pick<Acts, 'comment' | 'uncomment'> {
  return {
    async comment(userId, text, post = 'bai-1') {
      const id = `${post}_${newMid()}`
      posts.add(`comment:${id}`, userId, options.now())
      await webhooks.post(userId, events.comment(userId, { id, post, text }))
      return id
    },
    uncomment: (id) => posts.remove(`comment:${id}`),
  }
}
