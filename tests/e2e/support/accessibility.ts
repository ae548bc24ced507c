// Looks at the page as it stands now with axe: WCAG 2.2 A and AA, and axe's best practices.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect } from './app-fixture.ts';

export async function expectNoViolations(page: Page): Promise<void> {
  // Legacy mode opens no helper page, which neither Electron nor our own rules allow.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join('; ')})`,
  );
  expect(found).toEqual([]);
}
