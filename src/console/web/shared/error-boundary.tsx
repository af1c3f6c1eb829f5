import { Component, type ReactNode } from 'react'
import { Trouble } from './states.tsx'

interface Props {
  readonly children: ReactNode
}

/** A page that breaks says so and offers to load again; the rest of the program goes on. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return <Trouble say="Trang bị lỗi, hoặc vừa có phiên bản mới." again={() => window.location.reload()} />
  }
}
