// Which tables go into a summary and in which form: what is offered, and what she chose otherwise. Pure; nothing is reckoned here.
import type { Output } from '#renderer/lib/client.ts';
import type { TableChoice } from '#shared/contract/publications.contract.ts';

export type Offer = Output<'publications.offers'>[number];

/** What she chose herself, by table and span. What is not in it follows the offer. */
export interface OwnChoice {
  readonly isOn?: boolean;
  readonly form?: string;
}
export type OwnChoices = Readonly<Record<string, OwnChoice>>;

/** A share of ＊ from which a table tells little; the design help offers the finest form below it. */
const MUCH = 0.3;

export const keyOf = ({ tableId, span }: Pick<TableChoice, 'tableId' | 'span'>): string => `${tableId} ${span}`;

export const isOn = (offer: Offer, own: OwnChoices): boolean => own[keyOf(offer)]?.isOn ?? offer.isUsual;

/** Her own form, else the advised one, else the finest. */
export function formOf(offer: Offer, own: OwnChoices): string {
  const wanted = own[keyOf(offer)]?.form;
  const isThere = offer.forms.some(({ form }) => form === wanted);
  return (isThere ? wanted : undefined) ?? offer.advised ?? offer.forms[0]?.form ?? 'fine';
}

export const changed = (own: OwnChoices, offer: Offer, change: OwnChoice): OwnChoices => ({
  ...own,
  [keyOf(offer)]: { ...own[keyOf(offer)], ...change },
});

export const choicesOf = (offers: readonly Offer[], own: OwnChoices): TableChoice[] =>
  offers
    .filter((offer) => isOn(offer, own))
    .map((offer) => ({ tableId: offer.tableId, span: offer.span, form: formOf(offer, own) }));

/** Exactly these tables in these forms, and no other: what a refusal offers. */
export function ownOf(offers: readonly Offer[], choices: readonly TableChoice[]): OwnChoices {
  const wanted = new Map(choices.map((choice) => [keyOf(choice), choice.form]));
  return Object.fromEntries(
    offers.map((offer) => {
      const form = wanted.get(keyOf(offer));
      return [keyOf(offer), form === undefined ? { isOn: false } : { isOn: true, form }];
    }),
  );
}

export const isMuch = (share: number | null): boolean => share !== null && share >= MUCH;

export const percentOf = (share: number): number => (share > 0 && share < 0.01 ? 1 : Math.floor(share * 100));

/** 「＊が64%」 */
export function shareWords(share: number | null): string {
  if (share === null) {
    return '計算前';
  }
  return share === 0 ? '＊なし' : `＊が${percentOf(share)}%`;
}

/** How many tables are chosen, and in how many of them much is ＊. */
export function sumOf(offers: readonly Offer[], own: OwnChoices): { readonly tables: number; readonly much: number } {
  const chosen = offers.filter((offer) => isOn(offer, own));
  const much = chosen.filter((offer) => {
    const form = formOf(offer, own);
    return isMuch(offer.forms.find((each) => each.form === form)?.hiddenShare ?? null);
  });
  return { tables: chosen.length, much: much.length };
}
