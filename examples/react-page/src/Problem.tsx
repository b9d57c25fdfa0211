import { Component, type ReactNode } from "react";

/** What went wrong, by the error's name, and what to do about it. */
export function Problem({ error }: { error: Error | null }) {
  if (error === null) return null;
  const { shortMessage = error.message, hint } = error as Error & { shortMessage?: string; hint?: string };
  return (
    <p role="alert">
      <b>{error.name}</b>: {shortMessage} {hint}
    </p>
  );
}

/** Shows what a suspended read failed with. */
export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null };
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  override render() {
    return this.state.error === null ? this.props.children : <Problem error={this.state.error} />;
  }
}
