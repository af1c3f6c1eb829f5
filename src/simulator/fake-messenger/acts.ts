import { act, chatActs, openChat } from '../fake-platform/chats.ts'
import type { FakePlatform } from '../fake-platform/fake-platform.ts'
import type { MessengerCore } from './core.ts'
import { newMid } from './events.ts'
import type { FakeMessenger } from './fake-messenger.ts'

type Acts = Omit<FakePlatform, 'name' | 'router' | 'webhooks' | 'failNext'> &
  Pick<FakeMessenger, 'refer' | 'pressButton' | 'comment' | 'uncomment'>

/** The app that stands for Meta's own inbox on echoes and in thread control. */
const PAGE_INBOX = 263_902_037_430_900
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
    ...staffActs(core),
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

/** Somebody of the Page in its own inbox. */
function staffActs({ people, webhooks, events }: MessengerCore): Pick<Acts, 'staffSay'> {
  return {
    async staffSay(userId, text) {
      const mid = newMid()
      people.add(userId, { id: mid, from: 'page', by: 'staff', text, mark: 'delivered' })
      return webhooks.post(userId, events.echo(userId, { mid, text, app_id: PAGE_INBOX }))
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
