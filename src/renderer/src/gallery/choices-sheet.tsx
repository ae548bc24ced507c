// The look of the 30-second visit.
import { useState } from 'react';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { Button } from '../ui/button.tsx';
import { Panel, PanelGrid } from '../ui/card.tsx';
import { CheckButtons } from '../ui/check-buttons.tsx';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { DateTextField } from '../ui/date-text-field.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Form } from '../ui/form.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { FormSection } from '../ui/form-section.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toast } from '../ui/toast.tsx';
import { TODAY } from './people.ts';

const METHODS = ['訪問（対面）', 'インターホン越し', '電話', '声かけ', 'ポスティング', 'サロン・行事で確認'].map(
  (label, index) => ({ code: label, label, shortcut: String(index + 1) }),
);
const RESULTS = [
  ['面会', 'Q'],
  ['応答あり', 'W'],
  ['外観のみ・異常なし', 'E'],
  ['不在', 'R'],
  ['応答なし', 'T'],
  ['異変あり', 'Y'],
].map(([label, shortcut]) => ({ code: label ?? '', label: label ?? '', shortcut }));
const SIGNS = [
  {
    label: '外から見て',
    options: [
      '昼間でも電気がついたまま',
      '何日も同じ洗濯物',
      '郵便受けに新聞や郵便物がたまっている',
      '異臭がする',
      '庭が荒れている',
    ].map((label) => ({ code: label, label })),
  },
  {
    label: '会って',
    options: [
      '顔色が悪い・急に痩せた',
      '話がかみあわない',
      '髪や服装の乱れ',
      'あざ・話したがらない',
      '介護者の疲れ',
    ].map((label) => ({ code: label, label })),
  },
];

export function ChoicesSheet() {
  const [typed, setTyped] = useState('令和8年11月22日');
  const [, setDate] = useState<CalendarDate | null>(null);
  const [method, setMethod] = useState<string | null>('訪問（対面）');
  const [result, setResult] = useState<string | null>(null);
  const [signs, setSigns] = useState<readonly string[]>(['何日も同じ洗濯物']);
  const [note, setNote] = useState('');
  return (
    <>
      <PageHeader
        back={{ label: '髙橋　ヨシ子さん', href: '#person' }}
        title="訪問を記録する"
        subtitle="髙橋　ヨシ子さん・89歳・堀江ハイツ 502号"
      />
      <PanelGrid layout="main-aside">
        <Form
          aria-label="訪問の記録"
          onSubmit={() => {
            toast('訪問を記録しました', { undo: () => {} });
            return true;
          }}
        >
          <FormSection title="いつ・どのように">
            <DateTextField
              label="訪問した日"
              value={typed}
              onChange={setTyped}
              onDate={setDate}
              today={TODAY}
              purpose="event"
              isRequired
            />
            <ChoiceButtons label="方法" options={METHODS} value={method} onChange={setMethod} columns={3} isRequired />
            <ChoiceButtons
              label="結果"
              options={RESULTS}
              value={result}
              onChange={setResult}
              columns={3}
              isRequired
              errorMessage={result ? undefined : '結果を選んでください。'}
            />
          </FormSection>
          <FormSection
            title="気づいたこと"
            description="あてはまるものがあれば選びます。なければそのままで構いません。"
          >
            <CheckButtons label="異変のサイン" groups={SIGNS} value={signs} onChange={setSigns} />
            <TextArea
              label="メモ"
              value={note}
              onChange={setNote}
              description="安否・生活の様子・心配ごと・したこと・次にすること"
            />
          </FormSection>
          <FormActions status="下書きを保存しました 10:42">
            <Button type="submit" variant="primary" size="large" keyHint="Ctrl+Enter">
              保存する
            </Button>
            <Button size="large">やめる</Button>
          </FormActions>
        </Form>
        <Panel title="前回まで">
          <FactList
            columns={1}
            facts={[
              { label: '前回', value: '11月18日　不在' },
              { label: 'その前', value: '10月15日　面会\n元気そう。百歳体操に誘った。' },
              { label: 'オートロック', value: 'あり（管理人 9〜17時）' },
              { label: '電話', value: '06-0000-1234' },
            ]}
          />
        </Panel>
      </PanelGrid>
    </>
  );
}
