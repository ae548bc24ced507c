// The second step: which tables, and each as fine as it goes, merged or rounded, with how much of it would be ＊. Nothing is protected yet.
import { useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { FormSection } from '#renderer/ui/form-section.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import styles from './making.module.css';
import { OfferRow } from './offer-row.tsx';
import { changed, isOn, keyOf, type Offer } from './pack.ts';
import type { Making } from './use-making.ts';

function Reckoning({ making }: { readonly making: Making }) {
  const { isRunning, failure, again, cancel } = making.reckoning;
  const progress = useTaskProgress('publications.reckon', isRunning);
  if (isRunning) {
    return (
      <div className={styles['reckoning']}>
        <Progress
          label="＊の割合を計算しています"
          done={progress?.done}
          total={progress?.total}
          stepText={`${progress?.step ? `${progress.step}。` : ''}待たずに先へ進んでもかまいません。`}
          onCancel={cancel}
        />
      </div>
    );
  }
  const isCancelled = failure?.failure.code === 'cancelled';
  return (
    failure && (
      <Notice
        tone={isCancelled ? 'info' : 'warning'}
        title={isCancelled ? '＊の割合の計算をやめました' : '＊の割合を計算できませんでした'}
        action={<Button onPress={again}>もう一度計算する</Button>}
        isUrgent
      >
        {isCancelled ? '' : `${describeFailure(failure.failure)} `}割合が分からなくても、表を選んで先へ進めます。
      </Notice>
    )
  );
}

interface SectionOffersProps {
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly making: Making;
}

function SectionOffers({ title, offers, making }: SectionOffersProps) {
  const { own } = making.wish;
  // What was added stays in sight, and what was taken out of the usual ones too.
  const [isAllShown, setIsAllShown] = useState(false);
  const shown = offers.filter((offer) => isAllShown || offer.isUsual || isOn(offer, own));
  const rest = offers.length - shown.length;
  return (
    <FormSection title={title}>
      {shown.length > 0 && (
        <ul className={styles['offers']}>
          {shown.map((offer) => (
            <OfferRow
              key={keyOf(offer)}
              offer={offer}
              own={own}
              onChange={(change) => making.put({ own: changed(own, offer, change) })}
            />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <div>
          <Button size="small" onPress={() => setIsAllShown(true)}>
            {`ほかの表も見る（${rest}）`}
          </Button>
        </div>
      )}
    </FormSection>
  );
}

export function TablesStep({ making }: { readonly making: Making }) {
  const { offers, offersFailure } = making;
  const sections = Map.groupBy(offers, ({ sectionTitle }) => sectionTitle);
  if (offersFailure) {
    return <Notice tone="error" title={describeFailure(offersFailure)} isUrgent />;
  }
  return (
    <Stack>
      <Notice
        title={
          making.taken === null
            ? 'いつもの表を選んであります。そのまま進めます。'
            : `「${making.taken}」の形に変えました。進んで、もう一度安全を確認してください。`
        }
      >
        ＊が多い表は、読む人に役立ちません。「おすすめ」は、＊が3割より少ない中でいちばん細かい形です（ないときは、いちばん大きくまとめた形）。割合はめやすで、安全を確認すると決まります。
      </Notice>
      <Reckoning making={making} />
      {[...sections].map(([title, each]) => (
        <SectionOffers key={title} title={title} offers={each} making={making} />
      ))}
    </Stack>
  );
}
