// The whole plan in big figures. Each of them leads to its list.
import { Stack } from '#renderer/ui/card.tsx';
import { classesOf } from '#renderer/ui/class-names.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { Stat } from '#renderer/ui/stat.tsx';
import type { ImportPlan } from '#shared/contract/transfer.contract.ts';
import styles from './import.module.css';
import { VERDICT_WORDS } from './plan-words.ts';

const cx = classesOf(styles);

type PlanOverviewProps = { readonly plan: ImportPlan; readonly onShow: (tab: string) => void };

export function PlanOverview({ plan, onShow }: PlanOverviewProps) {
  const { rows, counts } = plan;
  const figures = [
    { tab: 'new', label: VERDICT_WORDS.new, value: counts.new, unit: '人', note: '新しく台帳に入れます' },
    {
      tab: 'duplicate',
      label: VERDICT_WORDS.duplicate,
      value: counts.duplicate,
      unit: '件',
      note: 'まとめるかどうか、確かめてください',
    },
    {
      tab: 'doubts',
      label: '見てほしい所',
      value: counts.doubtful,
      unit: '件',
      note: '読めない日付など。備考に残したものもあります',
    },
    {
      tab: 'unchanged',
      label: VERDICT_WORDS.unchanged,
      value: counts.unchanged,
      unit: '件',
      note: '台帳と同じなので、何もしません',
    },
    {
      tab: 'refused',
      label: VERDICT_WORDS.refused,
      value: counts.refused,
      unit: '件',
      note: '氏名がないなど。Excelで直すと入れられます',
    },
    {
      tab: 'not_a_person',
      label: VERDICT_WORDS.not_a_person,
      value: counts.notAPerson,
      unit: '件',
      note: '空の行や合計の行です',
    },
  ];
  const toActOn = new Set(['duplicate', 'refused']);
  return (
    <Stack>
      <Notice title={`名簿の${rows.length}行を、すべて読みました。まだ台帳には何も書いていません。`}>
        行の番号は、Excelの左はしに出る番号です。
        {counts.withoutStart > 0 &&
          `見守りの開始日が書かれていない${counts.withoutStart}人は、今日を開始日にします（あとで直せます）。`}
      </Notice>
      <div className={cx('counts')}>
        {figures.map(({ tab, label, value, unit, note }) => (
          <Stat
            key={tab}
            label={label}
            value={value}
            unit={unit}
            note={note}
            tone={toActOn.has(tab) && value > 0 ? 'attention' : 'neutral'}
            {...(value > 0 ? { onPress: () => onShow(tab) } : {})}
          />
        ))}
      </div>
    </Stack>
  );
}
