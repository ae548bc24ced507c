// A summary in the making: what is wanted, how far it is, what was answered. Steps back lose nothing; a changed wish makes an old answer void.
import { useEffect, useState } from 'react';
import type { Input, Output } from '#renderer/lib/client.ts';
import { OperationError } from '#renderer/lib/client.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import type { TableChoice } from '#shared/contract/publications.contract.ts';
import type { ProfileId } from '#shared/contract/report-shape.ts';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import { choicesOf, type Offer, type OwnChoices, ownOf } from './pack.ts';

export const STEPS = ['target', 'tables', 'words', 'result'] as const;
export type Step = (typeof STEPS)[number];

export interface Wish {
  readonly month: CalendarMonth;
  readonly profile: ProfileId;
  readonly own: OwnChoices;
  readonly remarks: string;
}

type Answer = Output<'publications.prepare'>;

const NAMES_REFUSED = 'names_in_text';

/** The shares of ＊ of each form, worked out once for each month and profile that is looked at. */
function useReckoning(month: CalendarMonth, profile: ProfileId, isWanted: boolean) {
  const reckoning = useRegisterCommand('publications.reckon');
  const cancelling = useRegisterCommand('publications.cancelReckoning');
  const [found, setFound] = useState<Readonly<Record<string, readonly Offer[]>>>({});
  const [failures, setFailures] = useState<Readonly<Record<string, OperationError>>>({});
  const key = `${month} ${profile}`;
  const failure = failures[key] ?? null;
  const isMissing = found[key] === undefined && failure === null;
  const { mutateAsync } = reckoning;
  useEffect(() => {
    if (!isWanted || !isMissing) {
      return;
    }
    mutateAsync({ month, profile }).then(
      (offers) => setFound((before) => ({ ...before, [`${month} ${profile}`]: offers })),
      (error) =>
        error instanceof OperationError && setFailures((before) => ({ ...before, [`${month} ${profile}`]: error })),
    );
  }, [isWanted, isMissing, month, profile, mutateAsync]);
  return {
    offers: found[key],
    isRunning: reckoning.isPending,
    failure,
    cancel: () => cancelling.mutate({}),
    again: () => setFailures(({ [key]: _tried, ...others }) => others),
  };
}

function usePreparing(request: Input<'publications.prepare'>) {
  const preparing = useRegisterCommand('publications.prepare');
  const cancelling = useRegisterCommand('publications.cancelPreparing');
  const [answered, setAnswered] = useState<{ readonly to: string; readonly answer: Answer } | null>(null);
  const asked = JSON.stringify(request);
  const answer = answered?.to === asked ? answered.answer : null;
  const isAboutNames = answer?.state === 'refused' && answer.refusal.code === NAMES_REFUSED;
  return {
    /** `null`: not asked yet, or asked for something else. */
    answer,
    /** Names stand in the words: said beside them, for as long as they are not changed. */
    namesSentence: isAboutNames ? answer.refusal.sentence : null,
    isRunning: preparing.isPending,
    failure: preparing.error?.failure ?? null,
    forgetFailure: preparing.reset,
    cancel: () => cancelling.mutate({}),
    /** True when there is an answer to be looked at: a summary, or a refusal that the words cannot mend. */
    prepare: async () => {
      try {
        const given = await preparing.mutateAsync(request);
        setAnswered({ to: asked, answer: given });
        return given.state === 'safe' || given.refusal.code !== NAMES_REFUSED;
      } catch (error) {
        if (!(error instanceof OperationError)) {
          throw error;
        }
        return false;
      }
    },
  };
}

export function useMaking(first: Wish) {
  const [wish, setWish] = useState(first);
  const [step, setStep] = useState<Step>('target');
  const { month, profile, own, remarks } = wish;
  const { data: plain, error } = useRegisterQuery('publications.offers', { month, profile });
  const reckoning = useReckoning(month, profile, step !== 'target');
  const offers = reckoning.offers ?? plain ?? [];
  const tables = choicesOf(offers, own);
  const preparing = usePreparing({ month, profile, tables, remarks });
  const [taken, setTaken] = useState<string | null>(null);
  const put = (changes: Partial<Wish>) => setWish((before) => ({ ...before, ...changes }));
  return {
    wish,
    put,
    step,
    goTo: (next: Step) => {
      preparing.forgetFailure();
      setStep(next);
    },
    offers,
    tables,
    offersFailure: error?.failure ?? null,
    reckoning,
    preparing,
    /** What a refusal offered and she took up. */
    taken,
    check: async () => {
      if (await preparing.prepare()) {
        setStep('result');
      }
    },
    /** Takes up what a refusal offers; it is checked when she says so. */
    takeOffer: ({ title, choices }: { readonly title: string; readonly choices: readonly TableChoice[] }) => {
      put({ own: ownOf(offers, choices) });
      setTaken(title);
      setStep('tables');
    },
  };
}

export type Making = ReturnType<typeof useMaking>;
