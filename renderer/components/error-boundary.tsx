import { Component, type ReactNode } from 'react';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';

/** A crash of one panel leaves the others alive. The code names the kind of fault and the place, so that it can be told by phone. */
export class ErrorBoundary extends Component<{ place: string; children: ReactNode }, { fault: unknown }> {
  override state: { fault: unknown } = { fault: null };

  static getDerivedStateFromError(fault: unknown): { fault: unknown } {
    return { fault };
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    console.error(this.state.fault);
    return <ErrorPanel code={`INTERNAL/${this.props.place}`} onRetry={() => this.setState({ fault: null })} />;
  }
}
