// The first step: which closed month, and for whom; with whom the rule of the fewest people was decided.
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { FormSection } from '#renderer/ui/form-section.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { PROFILE_IDS } from '#shared/contract/report-shape.ts';
import { asCalendarMonth } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import styles from './making.module.css';
import type { Making } from './use-making.ts';

type Overview = Output<'publications.overview'>;
type Profile = Overview['profiles'][number];

function ProfileRule({ profile }: { readonly profile: Profile }) {
  const formatDate = useFormatDate();
  const [isDeciding, setIsDeciding] = useState(false);
  const { k, decision, leastK, mostK } = profile;
  return (
    <section aria-label="少人数を守る決まり" className={styles['rule']}>
      <p className={styles['ruleSentence']}>
        <strong>{`${k}人に満たない数字`}</strong>
        は＊にします。引き算で分かってしまう数字も、あわせて＊にします。
      </p>
      {decision ? (
        <FactList
          columns={3}
          facts={[
            { label: '決めた人', value: decision.decidedBy },
            { label: '決めた日', value: formatDate(decision.decidedOn) },
            { label: '理由', value: decision.reason },
          ]}
        />
      ) : (
        <p className={styles['hint']}>はじめの設定のままです。</p>
      )}
      {leastK < mostK && (
        <div>
          <Button size="small" onPress={() => setIsDeciding(true)}>
            人数を変えて、決定を記録する
          </Button>
        </div>
      )}
      {isDeciding && <DecisionDialog profile={profile} onClose={() => setIsDeciding(false)} />}
    </section>
  );
}

export function TargetStep({ overview, making }: { readonly overview: Overview; readonly making: Making }) {
  const { wish, put } = making;
  const { closedMonths, profiles, publications } = overview;
  const profile = profiles.find(({ id }) => id === wish.profile);
  const earlier = publications.filter(({ month }) => month === wish.month);
  return (
    <Stack>
      <FormSection title="どの月の集計ですか" description="しめた月だけを選べます。">
        <div className={styles['monthRow']}>
          <div className={styles['month']}>
            <SelectField
              label="集計の月"
              options={closedMonths.map((month) => ({ code: month, label: formatMonth(month) }))}
              value={wish.month}
              onChange={(code) => code && put({ month: asCalendarMonth(code) })}
            />
          </div>
          <LinkButton href="/closings" variant="quiet">
            選びたい月がないときは、月のしめへ
          </LinkButton>
        </div>
        {earlier.length > 0 && (
          <p className={styles['hint']}>
            {`この月は、すでに${earlier.length}回渡しています（${earlier.map(({ number, recipient }) => `第${number}号 ${recipient}`).join('、')}）。数字は変わりません。`}
          </p>
        )}
      </FormSection>
      <FormSection title="どこへ渡しますか" description="渡す先によって、数字の守り方が変わります。">
        <ChoiceButtons
          label="渡す先"
          isLabelHidden
          columns={2}
          options={profiles.map(({ id, title, description }) => ({ code: id, label: title, note: description }))}
          value={wish.profile}
          onChange={(code) => {
            const chosen = PROFILE_IDS.find((id) => id === code);
            if (chosen) put({ profile: chosen });
          }}
        />
        {profile && <ProfileRule key={profile.id} profile={profile} />}
      </FormSection>
    </Stack>
  );
}
