// The code tables a register starts with, and how words of a ledger find their code. Never decides what a code means to a report.
import { z } from 'zod';
import { CARE_CODES } from './codes/care-codes.ts';
import type { CodeAttributes, CodeList, Frequency, ShippedCode } from './codes/code-list-names.ts';
import { CODE_LISTS, LISTS_WITH_MEANING } from './codes/code-list-names.ts';
import { CONSULTATION_CODES } from './codes/consultation-codes.ts';
import { PERSON_CODES } from './codes/person-codes.ts';
import { SIGN_CODES } from './codes/sign-codes.ts';
import { WATCH_CODES } from './codes/watch-codes.ts';

export type { CodeAttributes, CodeList, Frequency, ShippedCode };
export { CODE_LISTS, LISTS_WITH_MEANING };

/** Every code of DOMAIN's lists, list by list in the order of the lists' first use, each list in its own order. */
export const SHIPPED_CODES: readonly ShippedCode[] = [
  ...PERSON_CODES,
  ...CARE_CODES,
  ...WATCH_CODES,
  ...SIGN_CODES,
  ...CONSULTATION_CODES,
];

/** A stable code: 1 to 40 ASCII letters, digits, hyphens and underscores. */
export const codeSchema = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** What is kept with a code in the register; unknown fields are dropped. */
export const codeAttributesSchema = z.object({
  every: z.int().min(1).max(366).exactOptional(),
  unit: z.enum(['day', 'month']).exactOptional(),
  seen: z.boolean().exactOptional(),
  concern: z.literal(true).exactOptional(),
  closed: z.boolean().exactOptional(),
  given: z.boolean().exactOptional(),
  away: z.literal(true).exactOptional(),
  group: z.enum(['exterior', 'face']).exactOptional(),
}) satisfies z.ZodType<CodeAttributes>;

/** How often, or null when the code says no interval (随時). Takes attributes as the register keeps them. */
export function frequencyOf(attributes: CodeAttributes | Readonly<Record<string, unknown>> | null): Frequency | null {
  const parsed = codeAttributesSchema.safeParse(attributes ?? {});
  if (!parsed.success || parsed.data.every === undefined || parsed.data.unit === undefined) return null;
  return { every: parsed.data.every, unit: parsed.data.unit };
}

export function shippedCodesOf(list: CodeList): readonly ShippedCode[] {
  return SHIPPED_CODES.filter((each) => each.list === list);
}

/**
 * The form in which labels are compared: NFKC (so Ⅱ is II and full width is half), lower case, ヶ月 カ月 箇月 as か月,
 * without spaces and without the signs of parentheses.
 */
export function codeLabelKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ヶケヵカケ箇]月/g, 'か月')
    .replace(/[\s()[\]「」『』【】〔〕]/g, '')
    .replace(/害/g, 'がい');
}

export interface CodeLabel {
  readonly code: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
}

/**
 * The code a written word stands for in one list, or null. `codes` are the list's codes as the register has them: their labels
 * win over synonyms, and shipped synonyms are known even where the register keeps none.
 */
export function matchCodeLabel(
  list: CodeList,
  text: string,
  codes: readonly CodeLabel[],
): { readonly code: string } | null {
  const key = codeLabelKey(text);
  if (key === '') return null;
  const byLabel = codes.find((each) => codeLabelKey(each.label) === key);
  if (byLabel !== undefined) return { code: byLabel.code };
  const shipped = new Map(shippedCodesOf(list).map((each) => [each.code, each.synonyms ?? []]));
  const bySynonym = codes.find((each) =>
    [...(each.synonyms ?? []), ...(shipped.get(each.code) ?? [])].some((synonym) => codeLabelKey(synonym) === key),
  );
  return bySynonym === undefined ? null : { code: bySynonym.code };
}
