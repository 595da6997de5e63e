import type { CSSVariablesResolver } from '@mantine/core';

/** What both schemes share: every colour Mantine paints with comes from a token, which itself knows the scheme. */
const colours: Record<string, string> = {
  '--mantine-color-body': 'var(--op-surface)',
  '--mantine-color-text': 'var(--op-text)',
  '--mantine-color-dimmed': 'var(--op-text3)',
  '--mantine-color-error': 'var(--op-red)',
  '--mantine-color-placeholder': 'var(--op-text3)',
  '--mantine-color-anchor': 'var(--op-ink)',
  '--mantine-color-default-hover': 'var(--op-hover)',
  '--mantine-color-default-border': 'var(--op-line-strong)',
  '--mantine-color-default-color': 'var(--op-text)',
  '--mantine-color-ink-filled': 'var(--op-ink-fill)',
  '--mantine-color-ink-filled-hover': 'var(--op-ink-fill-hover)',
  '--mantine-color-ink-light': 'var(--op-ink-tint)',
  '--mantine-color-ink-light-hover': 'var(--op-ink-tint)',
  '--mantine-color-ink-light-color': 'var(--op-ink)',
  '--mantine-primary-color-filled': 'var(--op-ink-fill)',
  '--mantine-primary-color-filled-hover': 'var(--op-ink-fill-hover)',
  '--mantine-color-disabled': 'var(--op-gray-tint)',
  '--mantine-color-disabled-color': 'var(--op-text3)',
};

/** Maps Mantine's own variables to the tokens, for both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...colours, '--mantine-color-default': 'var(--op-surface)' },
  dark: { ...colours, '--mantine-color-default': 'var(--op-subtle)' },
});
