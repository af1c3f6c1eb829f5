import express from 'express'
import type { Config } from './config.ts'
import type { Mounted } from './http/server.ts'
import type { Channel, Clock, Inbox } from './ports.ts'

interface FrameworkParts {
  readonly store: { readonly inbox: Inbox }
  readonly clock: Clock
}

/** `POST /api/messages` for the Bot Framework, where it is configured. Loaded only then: its SDK is large. */
export async function frameworkDoor(
  config: Config,
  { store, clock }: FrameworkParts,
): Promise<{ readonly channels: readonly Channel[]; readonly mounted: readonly Mounted[] }> {
  if (config.MICROSOFT_APP_ID === undefined && config.BOT_FRAMEWORK_EMULATOR === 'off')
    return { channels: [], mounted: [] }
  const { openFramework } = await import('./bot/framework-channel.ts')
  const { channel, take } = openFramework({
    app: appIn(config),
    ...{ inbox: store.inbox, clock, maxWaiting: config.MAX_WAITING },
  })
  const router = express.Router()
  router.post('/', express.json({ limit: '256kb' }), (req, res) => take(req, res))
  return { channels: [channel], mounted: [{ at: '/api/messages', router }] }
}

function appIn(config: Config) {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TYPE: type } = config
  return id === undefined ? undefined : { id, password, type, tenant: config.MICROSOFT_APP_TENANT_ID }
}
