import type { FakePlatform } from './fake-platform.ts'
import type { NewLine, People } from './people.ts'
import type { Delivery, WebhookSender } from './webhook-sender.ts'

type ChatActs = Pick<FakePlatform, 'join' | 'block' | 'thread' | 'received' | 'onMessage'>

/** The part of a fake that is the same on every platform: who there is, and what stands in their chats. */
export function chatActs(people: People): ChatActs {
  return {
    join: (userId) => people.join(userId),
    block: (userId) => people.block(userId),
    thread: (userId) => people.lines(userId),
    received: (userId) => people.lines(userId).filter(({ from }) => from === 'page'),
    onMessage: (listen) => people.onMessage(listen),
  }
}

/** A person does something the page hears of: it opens the window, shows in their chat and travels as a webhook. */
export async function act<Event extends Readonly<Record<string, unknown>>>(
  people: People,
  webhooks: WebhookSender<Event>,
  userId: string,
  { event, line }: { readonly event: Event; readonly line?: NewLine },
): Promise<Delivery> {
  people.interact(userId)
  if (line) people.add(userId, line)
  const delivery = await webhooks.post(userId, event)
  if (line) people.mark(userId, line.id, delivery === 'accepted' ? 'delivered' : 'failed')
  return delivery
}

/** Marks all the page sent as seen, and answers what was not seen before. */
export function openChat(people: People, userId: string): readonly string[] {
  const unseen = people.lines(userId).filter(({ from, mark }) => from === 'page' && mark !== 'seen')
  for (const { id } of unseen) people.mark(userId, id, 'seen')
  return unseen.map(({ id }) => id)
}
