// The names of the code lists and the shape of a shipped code. Holds no labels: those are data beside it.

export const CODE_LISTS = [
  'district',
  'sex',
  'household',
  'careLevel',
  'handbookPhysical',
  'handbookIntellectual',
  'handbookMental',
  'dementiaLevel',
  'dailyLivingLevel',
  'eligibility',
  'consentStatus',
  'consentMethod',
  'consentScope',
  'watchType',
  'frequency',
  'residence',
  'endReason',
  'visitMethod',
  'visitResult',
  'sign',
  'consultationContent',
  'consultationField',
  'askedBy',
  'consultationMethod',
  'referral',
  'consultationState',
  'meetingAgenda',
] as const;

export type CodeList = (typeof CODE_LISTS)[number];

/** How often somebody is to be looked in on. */
export interface Frequency {
  readonly every: number;
  readonly unit: 'day' | 'month';
}

/** What the program must know about a code, whatever its label has been changed to. */
export type CodeAttributes = {
  /** frequency: absent for 随時. */
  readonly every?: number;
  readonly unit?: 'day' | 'month';
  /** visitResult: after this nobody has to go and look (安否 or whereabouts are known). */
  readonly seen?: boolean;
  /** visitResult: something is wrong, offer to pass it on. */
  readonly concern?: true;
  /** consultationState: nothing is left to do. */
  readonly closed?: boolean;
  /** consentStatus: the person has agreed and has not withdrawn. */
  readonly given?: boolean;
  /** residence: not at home for now or for good, so nobody calls on the person and nothing falls due. */
  readonly away?: true;
  /** sign: seen from outside, or when meeting the person. */
  readonly group?: 'exterior' | 'face';
};

/**
 * Lists of which the program must know more than a label. Their entries can be renamed and retired, not added to: an own frequency
 * without an interval would never fall due, and nobody would see that it does not.
 */
export const LISTS_WITH_MEANING: readonly CodeList[] = [
  'frequency',
  'visitResult',
  'consultationState',
  'consentStatus',
  'residence',
];

export interface ShippedCode {
  readonly list: CodeList;
  readonly code: string;
  readonly label: string;
  /** Order within its list, from 1. */
  readonly position: number;
  readonly attributes?: CodeAttributes;
  /** Other ways in which ledgers write it; used on import only. */
  readonly synonyms?: readonly string[];
}

interface Line {
  readonly attributes?: CodeAttributes;
  readonly synonyms?: readonly string[];
}

/** One list written as lines of code, label and the rest; positions follow the order of the lines. */
export function shippedList(
  list: CodeList,
  lines: readonly (readonly [code: string, label: string, line?: Line])[],
): readonly ShippedCode[] {
  return lines.map(([code, label, line], index) => ({ list, code, label, position: index + 1, ...line }));
}
