import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

export type LazyPage = LazyExoticComponent<ComponentType>

/** A page in a file of its own, loaded when somebody goes there. The file exports `Page`. */
export const lazyPage = (load: () => Promise<{ readonly Page: ComponentType }>): LazyPage =>
  lazy(async () => ({ default: (await load()).Page }))
