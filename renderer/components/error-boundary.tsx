import { Component, type ReactNode } from 'react';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';

interface Props {
  place: string;
  /** What is shown there: with something else it is tried again, and what did not fail is kept as it is. */
  of?: string;
  children: ReactNode;
}

/** A crash of one panel leaves the others alive. The code names the kind of fault and the place, so that it can be told by phone. */
export class ErrorBoundary extends Component<Props, { fault: unknown }> {
  override state: { fault: unknown } = { fault: null };

  static getDerivedStateFromError(fault: unknown): { fault: unknown } {
    return { fault };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.fault !== null && before.of !== this.props.of) this.setState({ fault: null });
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    console.error(this.state.fault);
    return <ErrorPanel code={`INTERNAL/${this.props.place}`} onRetry={() => this.setState({ fault: null })} />;
  }
}
