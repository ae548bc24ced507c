// The tables that a closed month offers to a profile, in all their forms, with what of them would be ＊ where that was reckoned.
import type { z } from 'zod';
import type { TableChoice, tableOfferSchema } from '#shared/contract/publications.contract.ts';
import { SPANS } from '#shared/contract/report-shape.ts';
import type { Span } from '../statistics/section.ts';
import type { OfferedDesign } from './catalogue.ts';
import { spanTitleOf } from './spans.ts';
import { formsOf, type Ground, isAtMonthEnd, isForProfile, monthsFor, ROUNDED } from './table-plan.ts';

export type TableOffer = z.input<typeof tableOfferSchema>;

/** By `choiceKey`; a form that is not there was not reckoned. */
export type Shares = ReadonlyMap<string, number | null>;

export const NO_SHARES: Shares = new Map();

export const choiceKey = ({ tableId, span, form }: TableChoice): string => JSON.stringify([tableId, span, form]);

/** SAFE-STATISTICS, "Parameters": the finest design under this share is offered. */
const MOST_HIDDEN = 0.3;

/**
 * The finest form under 30 % ＊; where there is none the coarsest that was reckoned; `null` before. Never the rounded one beside exact
 * ones: it would bind every other table of the same counts.
 */
function advisedOf(forms: TableOffer['forms']): string | null {
  const exact = forms.filter(({ form }) => form !== ROUNDED);
  const reckoned = (exact.length === 0 ? forms : exact).filter(({ hiddenShare }) => hiddenShare !== null);
  const fine = reckoned.find(({ hiddenShare }) => (hiddenShare ?? 1) < MOST_HIDDEN);
  return (fine ?? reckoned.at(-1))?.form ?? null;
}

/** A number at the end of a month may be usual at the end of a quarter or a year alone. */
function isUsual(ground: Ground, offered: OfferedDesign, span: Span): boolean {
  const { usualSpans } = offered.design;
  const isAtEnd = (usual: Span) => isAtMonthEnd(offered) && monthsFor(ground, offered, usual) !== null;
  return usualSpans.some((usual) => usual === span || isAtEnd(usual));
}

function offerOf(ground: Ground, offered: OfferedDesign, span: Span, shares: Shares): TableOffer | null {
  const months = monthsFor(ground, offered, span);
  if (months === null) return null;
  const { design, sectionTitle } = offered;
  const forms = formsOf(ground, offered, months).map(({ form, title }) => ({
    form,
    title,
    hiddenShare: shares.get(choiceKey({ tableId: design.id, span, form })) ?? null,
  }));
  if (forms.length === 0) return null;
  return {
    tableId: design.id,
    sectionTitle,
    title: design.title,
    span,
    spanTitle: spanTitleOf(span, ground.month, isAtMonthEnd(offered)),
    forms,
    isUsual: isUsual(ground, offered, span),
    advised: advisedOf(forms),
  };
}

/** In the order of the sections; of one table the shortest span first. */
export function offersOf(ground: Ground, shares: Shares): TableOffer[] {
  return ground.catalogue.designs
    .filter((offered) => isForProfile(offered, ground.profile))
    .flatMap((offered) =>
      SPANS.filter((span) => offered.design.spans.includes(span)).flatMap((span) => {
        const offer = offerOf(ground, offered, span, shares);
        return offer === null ? [] : [offer];
      }),
    );
}

/** Every form of every offer, for reckoning; a rounded one hides nothing. */
export const choicesIn = (offers: readonly TableOffer[]): readonly TableChoice[] =>
  offers.flatMap(({ tableId, span, forms }) =>
    forms.filter(({ form }) => form !== ROUNDED).map(({ form }) => ({ tableId, span, form })),
  );
